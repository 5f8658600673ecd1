-- What plugins keep for a tenant; values are sealed under a key of the store's own.
create table plugin_store (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    plugin     text not null,
    entries    int not null default 0,
    characters bigint not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, plugin)
);
call guard_tenant_table('plugin_store');
revoke delete on plugin_store from desk_app;

create table plugin_value (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    store_id   uuid not null,
    name       text collate "C" not null,
    content    bytea not null,
    characters int not null,
    version    bigint not null check (version > 0),
    primary key (tenant_id, id),
    unique (tenant_id, store_id, name),
    foreign key (tenant_id, store_id) references plugin_store (tenant_id, id)
);
call guard_tenant_table('plugin_value');

-- Calls of plugins that brought no answer, for whoever looks after the tenant.
create table plugin_failure (
    tenant_id      uuid not null references tenant (id),
    id             uuid not null,
    extension      text not null,
    plugin_version text not null,
    kind           text not null,
    place          text,
    subject_id     uuid,
    happened_at    timestamptz not null,
    primary key (tenant_id, id)
);
create index on plugin_failure (tenant_id, extension, happened_at);
call guard_tenant_table('plugin_failure');
revoke update on plugin_failure from desk_app;
