-- What was written before there was encryption is sealed by the running desk, which alone has the keys: one piece of work for each table of each tenant, in steps that each ask for the next.
-- Until a step has come by, old rows are read as they are and found by contact as before; a full-text search finds them a little later.
insert into due_work (kind, tenant_id, id, due_at)
select 'reseal-' || stored.name, tenant.id, '00000000-0000-0000-0000-000000000000', now()
  from tenant cross join unnest(array['customer', 'staff', 'external_identity', 'second_factor', 'outgoing_mail', 'ticket', 'message', 'ticket_change', 'attachment']) stored(name);
