-- Outbox: what happened, written with the change itself, kept for the event feed.
create table outbox_event (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    type        text not null,
    subject_id  uuid not null,
    occurred_at timestamptz not null,
    actor       text not null,
    payload     jsonb not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('outbox_event');
revoke update, delete on outbox_event from desk_app;

-- Journal: append-only for the application. The chain stands apart, so that sealing needs no update of an entry.
create table journal_entry (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    at           timestamptz not null,
    actor        text not null,
    action       text not null,
    subject_type text not null,
    subject_id   text,
    before       jsonb,
    after        jsonb,
    reason       text,
    request_id   text,
    primary key (tenant_id, id)
);
create index on journal_entry (tenant_id, subject_id, id);
call guard_tenant_table('journal_entry');
revoke update, delete on journal_entry from desk_app;

create table journal_seal (
    tenant_id uuid not null,
    number    bigint not null check (number > 0),
    entry_id  uuid not null,
    hash      bytea not null,
    primary key (tenant_id, number),
    unique (tenant_id, entry_id),
    foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id)
);
call guard_tenant_table('journal_seal');
revoke update, delete on journal_seal from desk_app;

-- Head of the chain: the row a sealer locks, one per tenant, never touched by a request.
create table journal_chain (
    tenant_id uuid primary key references tenant (id),
    number    bigint not null,
    hash      bytea not null
);
call guard_tenant_table('journal_chain');
revoke delete on journal_chain from desk_app;
