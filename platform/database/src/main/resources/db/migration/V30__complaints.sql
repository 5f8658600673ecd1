-- Complaints: records of their own beside the ticket in which their customer is spoken with.
create table complaint (
    tenant_id      uuid not null references tenant (id),
    id             uuid not null,
    number         text not null,
    customer_id    uuid not null,
    ticket_id      uuid not null,
    regime         text not null,
    config_version int not null,
    channel        text not null,
    stage          text not null,
    stage_since    timestamptz not null,
    round          int not null check (round > 0),
    level          int not null check (level >= 0),
    owner_id       uuid,
    received_at    timestamptz not null,
    filed_at       timestamptz not null,
    filed_by       text not null,
    severity       text,
    complex        boolean not null,
    at_fault       text check (at_fault in ('company', 'customer', 'third-party', 'nobody')),
    occurred_at    timestamptz,
    cause          text,
    reminders      int not null,
    exception_by   text,
    outcome        text check (outcome in ('satisfied', 'unconfirmed', 'exception', 'forgotten')),
    ended_at       timestamptz,
    version        bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, ticket_id) references ticket (tenant_id, id),
    foreign key (tenant_id, owner_id) references staff (tenant_id, id),
    check ((outcome is null) = (ended_at is null))
);
create index on complaint (tenant_id, customer_id);
create index on complaint (tenant_id, ticket_id);
create index on complaint (tenant_id, id) where outcome is null;
create index on complaint (tenant_id, cause, received_at);
-- A ticket's customer complains of one thing at a time.
create unique index complaint_open on complaint (tenant_id, ticket_id) where outcome is null;
call guard_tenant_table('complaint');
revoke delete on complaint from desk_app;

-- What departments are asked.
create table complaint_case (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    complaint_id uuid not null,
    department   text not null,
    round        int not null check (round > 0),
    state        text not null check (state in ('open', 'answered', 'withdrawn')),
    opened_at    timestamptz not null,
    ended_at     timestamptz,
    version      bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, complaint_id) references complaint (tenant_id, id),
    check ((state = 'open') = (ended_at is null))
);
create index on complaint_case (tenant_id, complaint_id);
create index on complaint_case (tenant_id, department, id);
create unique index complaint_case_open on complaint_case (tenant_id, complaint_id, department) where state = 'open';
call guard_tenant_table('complaint_case');
revoke delete on complaint_case from desk_app;

-- What happened to a complaint, a list that only grows; words are sealed under its customer's key.
create table complaint_entry (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    complaint_id uuid not null,
    number       int not null check (number > 0),
    kind         text not null,
    round        int not null,
    name         text,
    chosen       text,
    words        bytea,
    case_id      uuid,
    at           timestamptz not null,
    actor        text not null,
    primary key (tenant_id, id),
    unique (tenant_id, complaint_id, number),
    foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);
call guard_tenant_table('complaint_entry');
revoke update, delete on complaint_entry from desk_app;

create table complaint_ticket (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    complaint_id uuid not null,
    ticket_id    uuid not null,
    primary key (tenant_id, id),
    unique (tenant_id, complaint_id, ticket_id),
    foreign key (tenant_id, complaint_id) references complaint (tenant_id, id),
    foreign key (tenant_id, ticket_id) references ticket (tenant_id, id)
);
call guard_tenant_table('complaint_ticket');
revoke update, delete on complaint_ticket from desk_app;

-- A complaint that is being worked on is a reason to open its customer's contacts.
alter table contact_reading drop constraint contact_reading_purpose_check;
alter table contact_reading add check (purpose in ('ticket', 'complaint', 'request', 'duty', 'break-glass', 'former'));
