-- Who is on duty when, by the day on which the shift begins in the tenant's zone.
create table shift_assignment (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    day           date not null,
    shift         text not null,
    post          text not null,
    staff_id      uuid not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    signed_in_at  timestamptz,
    signed_out_at timestamptz,
    faults        jsonb,
    version       bigint not null,
    primary key (tenant_id, id),
    -- Nobody begins two shifts on one day; looked at when all is done, since two may change places on one.
    unique (tenant_id, staff_id, day) deferrable initially deferred,
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    check (ends_at > starts_at)
);
create index on shift_assignment (tenant_id, day);
call guard_tenant_table('shift_assignment');

create table absence (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    staff_id   uuid not null,
    from_day   date not null,
    to_day     date not null,
    kind       text not null check (kind in ('annual', 'sick', 'other')),
    state      text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
    reason     bytea,
    asked_at   timestamptz not null,
    decided_by text,
    version    bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    check (to_day >= from_day)
);
create index on absence (tenant_id, staff_id, to_day);
create index on absence (tenant_id, to_day) where state in ('asked', 'granted');
call guard_tenant_table('absence');
revoke delete on absence from desk_app;

create table shift_swap (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    assignment_id uuid not null,
    staff_id      uuid not null,
    taker_id      uuid not null,
    in_return_id  uuid,
    state         text not null check (state in ('asked', 'agreed', 'granted', 'refused', 'withdrawn')),
    asked_at      timestamptz not null,
    decided_by    text,
    version       bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    foreign key (tenant_id, taker_id) references staff (tenant_id, id),
    check (taker_id <> staff_id)
);
create index on shift_swap (tenant_id, id) where state in ('asked', 'agreed');
call guard_tenant_table('shift_swap');
revoke delete on shift_swap from desk_app;

-- A roster that was proposed: what the solver found, what cannot be met, and how far it is.
create table roster_run (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    from_day   date not null,
    days       int not null check (days between 1 and 62),
    state      text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'applied')),
    hard       int,
    unmet      int,
    soft       int,
    millis     bigint,
    proposal   jsonb,
    gaps       jsonb,
    started_by text not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    version    bigint not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('roster_run');
revoke delete on roster_run from desk_app;
