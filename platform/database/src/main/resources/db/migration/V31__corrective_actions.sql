-- What is done about a cause, followed until its effect is known; words are sealed under a key of its own.
create table corrective_action (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    cause     text not null,
    title     bytea not null,
    plan      bytea not null,
    owner_id  uuid not null,
    state     text not null check (state in ('open', 'done', 'effective')),
    round     int not null check (round > 0),
    due_at    timestamptz not null,
    check_at  timestamptz not null,
    source_id uuid,
    opened_by text not null,
    opened_at timestamptz not null,
    version   bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references staff (tenant_id, id),
    check (check_at > due_at)
);
create index on corrective_action (tenant_id, id) where state <> 'effective';
call guard_tenant_table('corrective_action');
revoke delete on corrective_action from desk_app;

create table corrective_action_entry (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    action_id uuid not null,
    kind      text not null check (kind in ('done', 'effective', 'not-effective')),
    words     bytea not null,
    at        timestamptz not null,
    actor     text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, action_id) references corrective_action (tenant_id, id)
);
create index on corrective_action_entry (tenant_id, action_id);
call guard_tenant_table('corrective_action_entry');
revoke update, delete on corrective_action_entry from desk_app;
