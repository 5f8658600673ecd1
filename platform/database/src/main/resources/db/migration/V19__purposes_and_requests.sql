-- Openings of customers' contacts, each with its purpose: what the journal proves, in a form that can be looked through. Never changed, never removed.
create table contact_reading (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    customer_id uuid not null,
    reader      text not null,
    purpose     text not null check (purpose in ('ticket', 'request', 'duty', 'break-glass', 'former')),
    record_id   uuid,
    record_name text,
    reason      bytea,
    at          timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create index on contact_reading (tenant_id, customer_id, id);
create index on contact_reading (tenant_id, reader, at);
call guard_tenant_table('contact_reading');
revoke update, delete on contact_reading from desk_app;

-- Those of the time before purposes were checked. What was given as the purpose stays in the journal; only the number of a ticket is known to name nobody.
insert into contact_reading (tenant_id, id, customer_id, reader, purpose, record_name, at)
select j.tenant_id, j.id, c.id, j.actor, case when j.reason ~ '^ticket [A-Z]{2,6}(-[0-9]+)+$' then 'ticket' else 'former' end,
       case when j.reason ~ '^ticket [A-Z]{2,6}(-[0-9]+)+$' then substring(j.reason from 8) end, j.at
  from journal_entry j join customer c on c.tenant_id = j.tenant_id and c.id::text = j.subject_id
 where j.action = 'customer.read';

-- What the privacy officer is to look at.
create table privacy_alert (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    kind        text not null check (kind in ('break-glass', 'mass-reading', 'request-due', 'request-overdue')),
    actor       text,
    customer_id uuid,
    record_id   uuid,
    amount      integer,
    raised_at   timestamptz not null,
    reviewed_by text,
    reviewed_at timestamptz,
    note        bytea,
    note_about  uuid,
    version     bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    check ((reviewed_by is null) = (reviewed_at is null))
);
create index on privacy_alert (tenant_id, id) where reviewed_at is null;
call guard_tenant_table('privacy_alert');
revoke delete on privacy_alert from desk_app;

-- What customers ask for as persons with rights, until it is decided, and after an appeal decided again.
create table data_request (
    tenant_id         uuid not null references tenant (id),
    id                uuid not null,
    customer_id       uuid not null,
    kind              text not null check (kind in ('access', 'correction', 'restriction', 'objection', 'erasure')),
    state             text not null check (state in ('open', 'granted', 'refused', 'appealed', 'upheld', 'withdrawn', 'ended')),
    wish              bytea,
    filed_by          text not null,
    identity_check    bytea,
    filed_at          timestamptz not null,
    due_at            timestamptz not null,
    decided_by        text,
    decided_at        timestamptz,
    reason            bytea,
    appeal_until      timestamptz,
    appeal            bytea,
    appealed_at       timestamptz,
    appeal_decided_by text,
    appeal_decided_at timestamptz,
    appeal_reason     bytea,
    version           bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create index on data_request (tenant_id, customer_id);
-- One of a kind at a time.
create unique index data_request_waiting on data_request (tenant_id, customer_id, kind) where state in ('open', 'appealed');
call guard_tenant_table('data_request');
revoke delete on data_request from desk_app;

-- Whose data are kept and used for nothing but settling what is in dispute.
alter table customer add column restricted_at timestamptz;

-- Records whose time is over: marked first, removed when nothing has spoken for them in the days of grace; and how many of which, day by day.
create table disposal_mark (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    kind      text not null check (kind in ('customer', 'mail', 'session')),
    record_id uuid not null,
    marked_at timestamptz not null,
    due_at    timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, kind, record_id)
);
create index on disposal_mark (tenant_id, kind, due_at);
call guard_tenant_table('disposal_mark');

create table disposal_run (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    kind      text not null check (kind in ('customer', 'mail', 'session')),
    day       date not null,
    marked    integer not null,
    spared    integer not null,
    removed   integer not null,
    version   bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, kind, day)
);
call guard_tenant_table('disposal_run');
revoke delete on disposal_run from desk_app;

insert into due_work (kind, tenant_id, id, due_at) select 'disposal', id, '00000000-0000-0000-0000-000000000000', now() from tenant;
