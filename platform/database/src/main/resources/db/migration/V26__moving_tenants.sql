-- A tenant moves to another platform: its rows as they are, sealed, and its keys, locked for the platform that takes it in.

-- Nothing is written by requests on any node a while after the first, and nothing by background work after the second.
alter table tenant add column suspended_at timestamptz;
alter table tenant add column packed_at timestamptz;
update tenant set suspended_at = now() where state = 'suspended';
create index tenant_packed on tenant (id) where packed_at is not null;

-- Rows arrive table by table, whatever refers to another table after it; a ticket may refer to a ticket that comes later.
alter table ticket alter constraint ticket_tenant_id_merged_into_fkey deferrable initially immediate;

-- Writes rows of the open tenant as they were read in another database; rows of anybody else are left out, and the count tells.
create function arrive_rows(wanted text, lines jsonb) returns bigint
    language plpgsql as $$
declare
    arrived bigint;
begin
    if not exists (select from pg_class c where c.relnamespace = 'desk'::regnamespace and c.relkind = 'r' and c.relname = wanted
                   and (c.relrowsecurity or wanted = 'due_work')) then
        raise exception 'no tenant table %', wanted;
    end if;
    execute format('insert into %I select r.* from jsonb_populate_recordset(null::%I, $1) r where r.tenant_id = current_tenant()', wanted, wanted) using lines;
    get diagnostics arrived = row_count;
    return arrived;
end $$;
revoke execute on function arrive_rows(text, jsonb) from public;
grant execute on function arrive_rows(text, jsonb) to desk_app;

-- The numbers of a tenant's tickets go on after the last one that was given elsewhere.
create function skip_ticket_numbers(last bigint) returns bigint
    language plpgsql security definer
    set search_path = desk, pg_temp
    as $$
declare
    next bigint := next_ticket_number();
begin
    return setval(('ticket_number_' || replace(current_tenant()::text, '-', ''))::regclass, greatest(last, next));
end $$;
revoke execute on function skip_ticket_numbers(bigint) from public;
grant execute on function skip_ticket_numbers(bigint) to desk_app;

-- The key under which other platforms lock the keys of a tenant that comes here: the private half is wrapped by the vault. Lost, it is made anew, and archives under it are made again.
create table if not exists desk_keys.transfer_key (
    single     boolean primary key default true check (single),
    vault      text not null,
    keyset     bytea not null,
    public_key text not null,
    made_at    timestamptz not null
);
grant select, insert on desk_keys.transfer_key to desk_app;
