-- Words that people choose freely, and what mail servers answer, may name somebody: tags, names and filters of saved views, refusals of mail servers. What is there is sealed by the running
-- desk, as V18 says; tags are found by keyed tokens from then on.
alter table ticket add column tag_list bytea;
update ticket set tag_list = '\x00'::bytea || convert_to(tags::text, 'UTF8') where tags <> '[]';

alter table ticket_view alter column name type bytea using '\x00'::bytea || convert_to(name, 'UTF8');
alter table ticket_view alter column filter type bytea using '\x00'::bytea || convert_to(filter, 'UTF8');
alter table outgoing_mail alter column last_error type bytea using '\x00'::bytea || convert_to(last_error, 'UTF8');

insert into due_work (kind, tenant_id, id, due_at)
select kind, id, '00000000-0000-0000-0000-000000000000', now() from tenant, unnest(array['reseal-ticket', 'reseal-ticket_view', 'reseal-outgoing_mail']) kind
on conflict do nothing;
