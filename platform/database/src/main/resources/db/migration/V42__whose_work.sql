-- Whose a ticket was when it was solved, and whose a promise when it was kept or broken: work that is handed on later stays his who has done it.
alter table ticket add column solved_at timestamptz, add column solved_by uuid;
update ticket set solved_at = updated_at, solved_by = assignee_id where status_category in ('solved', 'closed');
create index on ticket (tenant_id, solved_at) where solved_by is not null;

alter table promise_clock add column decided_at timestamptz, add column answerable_id uuid;
update promise_clock set decided_at = coalesce(broken_at, ended_at) where broken_at is not null or ended_at is not null;
update promise_clock c set answerable_id = t.assignee_id from ticket t
    where c.subject_type = 'ticket' and t.tenant_id = c.tenant_id and t.id = c.subject_id and c.decided_at is not null;
create index on promise_clock (tenant_id, decided_at) where answerable_id is not null;

-- A ticket is inspected once by one form; a second look names the first one.
create unique index inspection_once on inspection (tenant_id, ticket_id, form) where first_id is null;
create index on inspection (tenant_id, at) where first_id is null;
create index on merit (tenant_id, in_force_at);
create index on shift_assignment (tenant_id, ends_at);
create index on assessment (tenant_id, closed_at);
