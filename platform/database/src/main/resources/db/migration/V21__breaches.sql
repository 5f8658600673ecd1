-- Leaks of personal data, from being noticed to being closed: the register that an authority may ask for. What is written of one is sealed under a key of its own.
create table breach (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    title        bytea not null,
    happened     bytea not null,
    severity     text not null check (severity in ('minor', 'moderate', 'major', 'severe')),
    aware_at     timestamptz not null,
    reported_by  text not null,
    reported_at  timestamptz not null,
    contained_by text,
    contained_at timestamptz,
    containment  bytea,
    assessed_by  text,
    assessed_at  timestamptz,
    assessment   bytea,
    closed_by    text,
    closed_at    timestamptz,
    conclusion   bytea,
    notice       bytea,
    version      bigint not null,
    primary key (tenant_id, id),
    check ((contained_at is null) = (contained_by is null) and (contained_at is null) = (containment is null)),
    check ((assessed_at is null) = (assessed_by is null) and (assessed_at is null) = (assessment is null)),
    check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (conclusion is null))
);
call guard_tenant_table('breach');
revoke delete on breach from desk_app;

-- What is owed by a regime, with its time.
create table breach_duty (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    breach_id  uuid not null,
    regime     text not null,
    kind       text not null check (kind in ('report', 'notice')),
    state      text not null check (state in ('open', 'done', 'waived', 'lapsed')),
    due_at     timestamptz not null,
    settled_by text,
    settled_at timestamptz,
    note       bytea,
    version    bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, breach_id, regime, kind),
    foreign key (tenant_id, breach_id) references breach (tenant_id, id),
    check ((state in ('done', 'waived')) = (settled_at is not null))
);
call guard_tenant_table('breach_duty');
revoke delete on breach_duty from desk_app;

-- Whose data have leaked, and who of them was written to.
create table breach_person (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    breach_id   uuid not null,
    customer_id uuid not null,
    source      text not null check (source in ('openings', 'named', 'everybody')),
    added_at    timestamptz not null,
    notice      text not null check (notice in ('none', 'queued', 'written', 'unreachable')),
    written_at  timestamptz,
    version     bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, breach_id, customer_id),
    foreign key (tenant_id, breach_id) references breach (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    check ((notice = 'written') = (written_at is not null))
);
create index on breach_person (tenant_id, customer_id);
create index on breach_person (tenant_id, breach_id, id) where notice = 'queued';
call guard_tenant_table('breach_person');

alter table privacy_alert drop constraint privacy_alert_kind_check;
alter table privacy_alert add check (kind in ('break-glass', 'mass-reading', 'request-due', 'request-overdue', 'breach-reported', 'breach-due', 'breach-overdue'));
