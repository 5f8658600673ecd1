-- What staff have passed. Words about somebody are sealed under his key; keys, marks and times stay for the numbers.
create table assessment (
    tenant_id      uuid not null references tenant (id),
    id             uuid not null,
    staff_id       uuid not null,
    qualification  text not null,
    config_version int not null,
    round          int not null check (round > 0),
    state          text not null check (state in ('open', 'passed', 'failed', 'given-up')),
    theory         numeric(4, 1),
    practice       numeric(4, 1),
    practice_void  boolean not null default false,
    conduct        numeric(4, 1),
    overall        numeric(4, 1),
    opened_by      text not null,
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    appeal         text check (appeal in ('open', 'upheld', 'changed')),
    appeal_words   bytea,
    appealed_at    timestamptz,
    appeal_answer  bytea,
    appeal_by      text,
    version        bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
create index on assessment (tenant_id, staff_id, qualification, id);
-- Nobody is assessed twice at once for the same.
create unique index on assessment (tenant_id, staff_id, qualification) where state = 'open';
call guard_tenant_table('assessment');
revoke delete on assessment from desk_app;

-- What somebody was seen to do, or is like. Without marks until a colleague who was asked has given them.
create table assessment_judgement (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    assessment_id uuid not null,
    staff_id      uuid not null,
    kind          text not null check (kind in ('practice', 'conduct', 'peer')),
    rater_id      uuid not null,
    ticket_id     uuid,
    marks         jsonb,
    score         numeric(4, 1),
    words         bytea,
    asked_at      timestamptz not null,
    at            timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, assessment_id) references assessment (tenant_id, id),
    foreign key (tenant_id, rater_id) references staff (tenant_id, id),
    check (rater_id <> staff_id)
);
create index on assessment_judgement (tenant_id, assessment_id, id);
create index on assessment_judgement (tenant_id, rater_id) where at is null;
create unique index on assessment_judgement (tenant_id, assessment_id, rater_id) where kind = 'peer';
call guard_tenant_table('assessment_judgement');
revoke delete on assessment_judgement from desk_app;

create table certificate (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    staff_id      uuid not null,
    qualification text not null,
    assessment_id uuid,
    issuer        text,
    document      bytea,
    issued_by     text not null,
    issued_at     timestamptz not null,
    valid_until   timestamptz,
    code          text not null,
    revoked_at    timestamptz,
    revoked_by    text,
    revoked_why   bytea,
    version       bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    foreign key (tenant_id, assessment_id) references assessment (tenant_id, id)
);
-- Asked by every assignment.
create index on certificate (tenant_id, staff_id, qualification, valid_until) where revoked_at is null;
create index on certificate (tenant_id, valid_until) where revoked_at is null;
call guard_tenant_table('certificate');
revoke delete on certificate from desk_app;

create table duty_exception (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    staff_id      uuid not null,
    qualification text not null,
    reason        bytea not null,
    granted_by    text not null,
    granted_at    timestamptz not null,
    until         timestamptz not null,
    ended_at      timestamptz,
    ended_by      text,
    version       bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    check (until > granted_at)
);
create index on duty_exception (tenant_id, staff_id, qualification, until);
call guard_tenant_table('duty_exception');
revoke delete on duty_exception from desk_app;
