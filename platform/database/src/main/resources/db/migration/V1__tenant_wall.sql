-- The database's lock on the tenant wall (R-1.3). Every tenant-owned table is guarded by one policy that compares its
-- tenant_id with a transaction-local setting; with no setting no row is visible and none can be written.
-- On the allow-list of the catalogue test, because they hold no content of a tenant: tenant, tenant_host, due_work.

create extension if not exists btree_gin with schema desk;

create function current_tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant_id', true), '')::uuid;

grant execute on function current_tenant() to desk_app, desk_backup, desk_search;

-- Guards a table; called by every migration that creates one.
create procedure guard_tenant_table(guarded regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy tenant_wall on %s using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', guarded);
end $$;
revoke execute on procedure guard_tenant_table(regclass) from public;

create table tenant (
    id             uuid primary key,
    key            text not null unique check (key ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
    state          text not null check (state in ('active', 'suspended')),
    config_version int,
    created_at     timestamptz not null,
    version        bigint not null
);

create table tenant_host (
    host      text primary key check (host = lower(host)),
    tenant_id uuid not null references tenant (id)
);
create index on tenant_host (tenant_id);

create table config_version (
    tenant_id  uuid not null references tenant (id),
    number     int not null check (number > 0),
    digest     text not null,
    document   jsonb not null,
    sources    jsonb not null,
    applied_at timestamptz not null,
    applied_by text not null,
    primary key (tenant_id, number)
);
call guard_tenant_table('config_version');
revoke update, delete on config_version from desk_app;

-- Work to be found across tenants: no content, only where to look and when. A claim is a lease, so that a worker that dies
-- gives its work back; the row goes away in the transaction that does the work, so that nothing is done twice.
create table due_work (
    kind         text not null,
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    due_at       timestamptz not null,
    attempts     int not null default 0,
    leased_until timestamptz,
    primary key (kind, tenant_id, id)
);
create index due_work_by_time on due_work (kind, due_at);
create index due_work_due on due_work (due_at);
