create table outgoing_mail (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    person_id  uuid not null,
    recipient  bytea not null,
    subject    bytea not null,
    body       bytea not null,
    state      text not null check (state in ('queued', 'sent', 'kept', 'failed')),
    attempts   int not null,
    last_error text,
    created_at timestamptz not null,
    sent_at    timestamptz,
    version    bigint not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('outgoing_mail');

-- Export of one table of the tenant whose scope is open, as JSON lines in the order of a text key. Runs with the caller's
-- rights, so the policies hold; names come from the catalogue only.
create function export_rows(wanted text, after_key text, at_most int) returns table (row_key text, line text)
    language plpgsql stable as $$
declare
    key_expression text;
begin
    select string_agg(format('%I::text', a.attname), ' || ''|'' || ' order by k.place)
      into key_expression
      from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      cross join unnest(i.indkey) with ordinality k(attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
     where c.relnamespace = 'desk'::regnamespace and c.relname = wanted and c.relrowsecurity;
    if key_expression is null then
        raise exception 'no tenant table %', wanted;
    end if;
    return query execute format(
        'select (%s) collate "C", to_jsonb(t)::text from %I t where ((%s) collate "C") > $1 order by 1 limit $2',
        key_expression, wanted, key_expression) using after_key, at_most;
end $$;
revoke execute on function export_rows(text, text, int) from public;
grant execute on function export_rows(text, text, int) to desk_app;
