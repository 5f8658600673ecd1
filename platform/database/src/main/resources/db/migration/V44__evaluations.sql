-- Evaluations of service by a standard (R-14.1): customers asked in writing and by phone, teams looked at on site, a report that stays as it was.
create table evaluation_run (
    tenant_id      uuid not null references tenant (id),
    id             uuid not null,
    standard       text not null,
    config_version int not null,
    from_day       date not null,
    to_day         date not null,
    seed           bigint not null,
    state          text not null check (state in ('open', 'closed')),
    due_at         timestamptz not null,
    begun_by       text not null,
    begun_at       timestamptz not null,
    closed_by      text,
    closed_at      timestamptz,
    words          bytea,
    report         jsonb,
    version        bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, standard, from_day),
    check (to_day > from_day),
    check ((state = 'closed') = (report is not null))
);
call guard_tenant_table('evaluation_run');
revoke delete on evaluation_run from desk_app;

-- What somebody is asked, or a team looked at for.
create table evaluation_answer (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    run_id      uuid not null,
    part        text not null,
    customer_id uuid,
    ticket_id   uuid,
    team        text,
    state       text not null check (state in ('open', 'answered', 'missed')),
    tries       int not null,
    token_hash  bytea,
    marks       jsonb,
    score       numeric(5, 1),
    failed      boolean not null,
    words       bytea,
    answered_by text,
    answered_at timestamptz,
    version     bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, run_id) references evaluation_run (tenant_id, id),
    unique (tenant_id, token_hash),
    check ((team is null) = (customer_id is not null)),
    check ((state = 'answered') = (marks is not null))
);
create index on evaluation_answer (tenant_id, run_id, id);
call guard_tenant_table('evaluation_answer');
revoke delete on evaluation_answer from desk_app;

alter table corrective_action add column evaluation_id uuid;
create index on corrective_action (tenant_id, evaluation_id) where evaluation_id is not null;

-- Who calls a customer in an evaluation opens his contacts for it.
alter table contact_reading drop constraint contact_reading_purpose_check;
alter table contact_reading add check (purpose in ('ticket', 'visit', 'complaint', 'call-back', 'request', 'duty', 'break-glass', 'former'));
