-- The address under which somebody's calendar reads his shifts and sessions; only a hash of its secret is kept.
create table calendar_feed (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    staff_id   uuid not null,
    token_hash bytea not null,
    language   text not null,
    made_at    timestamptz not null,
    version    bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, staff_id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
call guard_tenant_table('calendar_feed');
