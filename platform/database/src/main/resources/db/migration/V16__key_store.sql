-- The key store: keys of tenants, wrapped by the key vault, and keys of persons, wrapped by their tenant's. A schema of its own, apart from the data: backups
-- of the data leave it out, backups of the keys take it along, and restoring data neither drops nor rewinds it, so that whoever was forgotten stays forgotten.
-- Hence everything here may be there already, and nothing refers to the schema of the data.
create schema if not exists desk_keys;
revoke all on schema desk_keys from public;
grant usage on schema desk_keys to desk_app;

create table if not exists desk_keys.tenant_key (
    tenant_id  uuid primary key,
    -- Which vault wrapped it.
    vault      text not null,
    -- The keyset that wraps the keys of persons, wrapped by the vault; null once it was destroyed.
    keyset     bytea,
    -- The secret of the indexes, wrapped by the keyset.
    index_key  bytea,
    version    bigint not null,
    changed_at timestamptz not null,
    check ((keyset is null) = (index_key is null))
);

create table if not exists desk_keys.person_key (
    tenant_id    uuid not null,
    person_id    uuid not null,
    -- Wrapped by the tenant's keyset; null once it was destroyed.
    wrapped      bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    primary key (tenant_id, person_id),
    check ((wrapped is null) = (destroyed_at is not null))
);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['tenant_key', 'person_key'] loop
        execute format('alter table desk_keys.%I enable row level security', guarded);
        execute format('alter table desk_keys.%I force row level security', guarded);
        execute format('drop policy if exists tenant_wall on desk_keys.%I', guarded);
        execute format('create policy tenant_wall on desk_keys.%I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
            || ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', guarded);
        execute format('grant select, insert, update on desk_keys.%I to desk_app', guarded);
    end loop;
end $$;

-- Among the data: which tenants have keys. Where the keys are missing, they are not made anew beside rows that only the lost ones open.
create table tenant_sealed (
    tenant_id uuid primary key,
    since     timestamptz not null
);
call guard_tenant_table('tenant_sealed');
revoke update, delete on tenant_sealed from desk_app;

-- A file's bytes are sealed under a key of its own, which stands here, sealed like a name. Files of before have none: their bytes are in clear.
alter table attachment add column content_key bytea;
