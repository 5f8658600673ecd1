-- What the system that a ticket came from calls it. A source can be sent again and again: what is known is not filed twice.
alter table ticket add column external_id text check (char_length(external_id) between 1 and 100);
create unique index ticket_by_external_id on ticket (tenant_id, external_id) where external_id is not null;

-- The one nameless requester of a tenant, to whom nobody can write and as whom nobody can sign in.
alter table customer add column anonymous boolean not null default false;
alter table customer add constraint customer_anonymous_check
    check (not anonymous or (email is null and email_index is null and phone is null and phone_index is null and verified_at is null));
create unique index customer_anonymous on customer (tenant_id) where anonymous;
