-- Promises in time. A clock is what a policy, or somebody in a contact, has promised for a record; what happened to it is a list that only grows.
-- As with tickets, nothing checks the tenant's row and the clock's again for every row that a filing writes: who writes it has just found or written them.
create table promise_clock (
    tenant_id      uuid not null,
    id             uuid not null,
    subject_type   text not null,
    subject_id     uuid not null,
    -- Null for a time that somebody has named without a policy for it.
    policy         text,
    target         text not null,
    metric         text not null,
    config_version int not null,
    calendar       text not null,
    -- Tables of days off that the calendar counts.
    tables         text not null,
    time_limit     text,
    named_at       timestamptz,
    message_id     uuid,
    -- What follows from the list, for finding and sorting.
    state          text not null check (state in ('running', 'paused', 'fulfilled', 'cancelled')),
    started_at     timestamptz not null,
    due_at         timestamptz,
    broken_at      timestamptz,
    ended_at       timestamptz,
    version        bigint not null,
    primary key (tenant_id, id),
    check ((time_limit is null) <> (named_at is null))
);
create index on promise_clock (tenant_id, subject_id);
call guard_tenant_table('promise_clock');
revoke delete on promise_clock from desk_app;

create table promise_event (
    tenant_id   uuid not null,
    id          uuid not null,
    clock_id    uuid not null,
    number      int not null check (number > 0),
    kind        text not null,
    at          timestamptz not null,
    recorded_at timestamptz not null,
    cause       text not null,
    actor       text not null,
    primary key (tenant_id, id),
    unique (tenant_id, clock_id, number)
);
call guard_tenant_table('promise_event');
revoke update, delete on promise_event from desk_app;

-- What staff are told of in the console.
create table staff_notice (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    staff_id     uuid not null,
    kind         text not null,
    subject_type text not null,
    subject_id   uuid not null,
    -- Keys, numbers and times; no words of anybody.
    facts        jsonb not null,
    created_at   timestamptz not null,
    read_at      timestamptz,
    version      bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
create index on staff_notice (tenant_id, staff_id, id);
create index on staff_notice (tenant_id, staff_id) where read_at is null;
call guard_tenant_table('staff_notice');
revoke delete on staff_notice from desk_app;

-- When somebody is not to be mailed, in minutes since midnight in the tenant's zone; from may be later than to.
alter table staff add column quiet_from int check (quiet_from between 0 and 1439);
alter table staff add column quiet_to int check (quiet_to between 0 and 1439);
alter table staff add check ((quiet_from is null) = (quiet_to is null));

-- What happened to a ticket, for a trial of other promises on the past.
create index on outbox_event (tenant_id, subject_id, id);
