-- Spot checks of what people have done: drawn at random by a stored seed, so that a draw can be repeated.
create table inspection_sample (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    sampling   text not null,
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    seed       bigint not null,
    population int not null,
    drawn      int not null,
    drawn_by   text not null,
    drawn_at   timestamptz not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('inspection_sample');
revoke update, delete on inspection_sample from desk_app;

create table inspection (
    tenant_id      uuid not null references tenant (id),
    id             uuid not null,
    sample_id      uuid,
    form           text not null,
    config_version int not null,
    ticket_id      uuid not null,
    staff_id       uuid not null,
    first_id       uuid,
    inspector_id   uuid,
    marks          jsonb,
    score          numeric(4, 1),
    failed         boolean not null default false,
    words          bytea,
    at             timestamptz,
    version        bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, sample_id) references inspection_sample (tenant_id, id),
    foreign key (tenant_id, first_id) references inspection (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    check (inspector_id <> staff_id)
);
create index on inspection (tenant_id, id) where at is null;
create index on inspection (tenant_id, staff_id, at);
create index on inspection (tenant_id, first_id);
call guard_tenant_table('inspection');
revoke delete on inspection from desk_app;

create table appraisal (
    tenant_id       uuid not null references tenant (id),
    id              uuid not null,
    staff_id        uuid not null,
    scheme          text not null,
    config_version  int not null,
    from_day        date not null,
    to_day          date not null,
    state           text not null check (state in ('open', 'talked', 'acknowledged', 'closed')),
    scores          jsonb not null,
    total           numeric(4, 1),
    grade           text,
    self_words      bytea,
    talk_words      bytea,
    talked_by       uuid,
    talked_at       timestamptz,
    acknowledged_at timestamptz,
    appeal          text check (appeal in ('open', 'upheld', 'changed')),
    appeal_words    bytea,
    appeal_answer   bytea,
    closed_at       timestamptz,
    version         bigint not null,
    primary key (tenant_id, id),
    -- Nobody is appraised twice for one time.
    unique (tenant_id, staff_id, scheme, from_day),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    check (to_day >= from_day)
);
create index on appraisal (tenant_id, scheme, from_day);
call guard_tenant_table('appraisal');
revoke delete on appraisal from desk_app;

-- Rewards and penalties, from the proposal on.
create table merit (
    tenant_id      uuid not null references tenant (id),
    id             uuid not null,
    staff_id       uuid not null,
    rule           text not null,
    config_version int not null,
    kind           text not null check (kind in ('reward', 'penalty')),
    points         int not null,
    state          text not null check (state in ('hearing', 'proposed', 'in-force', 'refused', 'lifted')),
    step           int not null default 0,
    reason         bytea not null,
    hearing        bytea,
    decision       bytea,
    proposed_by    text not null,
    proposed_at    timestamptz not null,
    approved_by    jsonb not null,
    in_force_at    timestamptz,
    appeal         text check (appeal in ('open', 'upheld', 'changed')),
    appeal_words   bytea,
    version        bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
create index on merit (tenant_id, staff_id, in_force_at);
call guard_tenant_table('merit');
revoke delete on merit from desk_app;
