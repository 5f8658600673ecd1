-- A customer's own documents, for his searches: few, however many the tenant has.
create index on search_document (tenant_id, requester_id);

-- New documents wait in a list that every search reads from end to end; it is worked off earlier than by default, or searches would pay for it.
alter index search_document_tokens set (gin_pending_list_limit = 512);

-- The token index knows no order: it gives every message with a word before the newest are known, so its cost grows with how often a word occurs in the
-- tenant. Here the newest messages are looked through first, in steps, as long as the hits so far promise an early end; what is rare is then left to the
-- index, which is cheap for just that. Which way is taken changes the cost only, never the answer. "offset 0" keeps the planner from undoing the choice:
-- it cannot know how frequent a word is that comes as a parameter.
create or replace function search_tickets(wanted tsquery, requester uuid, before_ticket uuid, at_most int) returns setof uuid
    language plpgsql stable security definer
    set search_path = desk, pg_temp
    as $$
declare
    -- How many documents may be looked through for a whole answer; beyond that the index is cheaper at a million tickets.
    worthwhile constant int := 20000;
    -- Documents of a step; a word that is missing among the first is taken for rare.
    step int := 400;
    tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
    missing int := least(at_most, 101);
    upper uuid := coalesce(before_ticket, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    lower uuid;
    looked int := 0;
    hits int := 0;
    here uuid[];
begin
    if requester is not null then
        return query
            select distinct own.ticket_id
              from (select d.ticket_id, d.tokens from search_document d
                     where d.tenant_id = tenant and d.requester_id = requester and not d.internal and d.ticket_id < upper offset 0) own
             where own.tokens @@ wanted
             order by own.ticket_id desc
             limit missing;
        return;
    end if;
    loop
        lower := (select d.ticket_id from search_document d where d.tenant_id = tenant and d.ticket_id < upper order by d.ticket_id desc offset step limit 1);
        here := array(
            select distinct newest.ticket_id
              from (select d.ticket_id, d.tokens from search_document d
                     where d.tenant_id = tenant and d.ticket_id < upper
                       and d.ticket_id >= coalesce(lower, '00000000-0000-0000-0000-000000000000') offset 0) newest
             where newest.tokens @@ wanted
             order by newest.ticket_id desc
             limit missing);
        return query select unnest(here);
        hits := hits + cardinality(here);
        missing := missing - cardinality(here);
        looked := looked + step;
        exit when missing <= 0 or lower is null or looked + 2 * missing::bigint * looked / (2 * hits + 1) > worthwhile;
        upper := lower;
        step := 1000;
    end loop;
    if missing > 0 and lower is not null then
        -- Executed, so that it is planned for this tenant and these words: a plan for any tenant takes them all for small, and reads every document.
        return query execute
            'select distinct older.ticket_id
               from (select d.ticket_id from search_document d where d.tenant_id = $1 and d.tokens @@ $2 and d.ticket_id < $3 offset 0) older
              order by older.ticket_id desc
              limit $4'
            using tenant, wanted, lower, missing;
    end if;
end $$;
