-- Messages to people leave by mail or as text messages, by a channel of the tenant's own or by the operator's mail server. What belongs to a ticket says so, for whoever answers it.
alter table outgoing_mail
    add column way       text not null default 'mail' check (way in ('mail', 'text')),
    add column ticket_id uuid,
    add column carrier   text,
    add column reference text,
    drop constraint outgoing_mail_state_check,
    add constraint outgoing_mail_state_check check (state in ('queued', 'sent', 'kept', 'failed', 'arrived', 'returned'));
create index on outgoing_mail (tenant_id, reference) where reference is not null;
create index on outgoing_mail (tenant_id, person_id, id) where way = 'text' and ticket_id is not null;

-- How far a channel that brings messages in was read, and whose turn it is to read it.
create table inbound_channel (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    version       bigint not null,
    channel       text not null,
    cursor        text not null default '',
    looked_at     timestamptz,
    failing_since timestamptz,
    failure       text,
    told_at       timestamptz,
    taken_till    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, channel)
);
call guard_tenant_table('inbound_channel');

-- Every message that came in, so that none takes effect twice; what it says stands in its ticket, or here as long as it waits for somebody to decide.
create table inbound_message (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    version     bigint not null,
    channel     text not null,
    external_id text not null,
    way         text not null check (way in ('mail', 'text', 'report')),
    person_id   uuid not null,
    state       text not null check (state in ('joined', 'filed', 'noted', 'held', 'dismissed')),
    reason      text,
    ticket_id   uuid,
    sender      bytea,
    sender_name bytea,
    subject     bytea,
    body        bytea,
    files       jsonb not null,
    sent_at     timestamptz not null,
    received_at timestamptz not null,
    decided_by  uuid,
    primary key (tenant_id, id),
    unique (tenant_id, channel, external_id)
);
create index on inbound_message (tenant_id, state, id);
create index on inbound_message (tenant_id, person_id);
create index on inbound_message (tenant_id, received_at);
call guard_tenant_table('inbound_message');
