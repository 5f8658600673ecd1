-- Ticket numbers come from a sequence per tenant instead of a counter row: nobody waits for another's commit, and the number
-- can be drawn in the transaction that files the ticket. The application may not touch a sequence, only ask this function,
-- which knows the sequence of the open tenant alone, so that no tenant can tell how much another one does.
create function next_ticket_number() returns bigint
    language plpgsql security definer
    set search_path = desk, pg_temp
    as $$
declare
    name text := 'ticket_number_' || replace(current_tenant()::text, '-', '');
begin
    if name is null then
        raise exception 'no tenant is open';
    end if;
    if to_regclass(name) is null then
        perform pg_advisory_xact_lock(hashtextextended(name, 0));
        execute format('create sequence if not exists %I', name);
        execute format('grant select on sequence %I to desk_backup', name);
    end if;
    return nextval(name::regclass);
end $$;
revoke execute on function next_ticket_number() from public;
grant execute on function next_ticket_number() to desk_app;

do $$
declare
    counter record;
    name text;
begin
    for counter in select tenant_id, last from ticket_counter loop
        name := 'ticket_number_' || replace(counter.tenant_id::text, '-', '');
        execute format('create sequence %I', name);
        execute format('grant select on sequence %I to desk_backup', name);
        perform setval(name::regclass, counter.last);
    end loop;
end $$;
drop table ticket_counter;

-- A remembered request is written with its answer in the transaction of its change. What was left without an answer by the
-- former way (the server died in between) is forgotten.
delete from idempotent_request where status is null;
alter table idempotent_request alter column status set not null;
create index on idempotent_request (tenant_id, created_at);

-- A tenant's row is never deleted, and who writes below a tenant has found it by its row. Checking that again for every row
-- of the tables that each request writes costs a lock on the tenant's row, shared by all its requests, and proves nothing.
alter table due_work drop constraint due_work_tenant_id_fkey;
alter table outbox_event drop constraint outbox_event_tenant_id_fkey;
alter table journal_entry drop constraint journal_entry_tenant_id_fkey;
alter table ticket drop constraint ticket_tenant_id_fkey;
alter table message drop constraint message_tenant_id_fkey;
alter table search_document drop constraint search_document_tenant_id_fkey;
alter table ticket_change drop constraint ticket_change_tenant_id_fkey;

-- How often whom asked in a window of time, added up by all nodes: ids, hashes and numbers, no content. The operator's own
-- requests stand under the zero tenant.
create unlogged table rate_window (
    policy     text not null,
    tenant_id  uuid not null,
    subject    uuid not null,
    started_at timestamptz not null,
    used       bigint not null,
    primary key (policy, tenant_id, subject, started_at)
);
create index on rate_window (started_at);
