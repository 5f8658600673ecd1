-- Signing in at providers elsewhere (OpenID Connect). Who arrives is known by issuer and subject, never by a mail address. The subject is a personal
-- value, so it is sealed, and found through its blind index.
create table external_identity (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    staff_id      uuid,
    customer_id   uuid,
    issuer        text not null,
    subject       bytea not null,
    subject_index bytea not null,
    linked_at     timestamptz not null,
    version       bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    check (num_nonnulls(staff_id, customer_id) = 1)
);
create unique index external_identity_of_staff on external_identity (tenant_id, issuer, subject_index) where staff_id is not null;
create unique index external_identity_of_customer on external_identity (tenant_id, issuer, subject_index) where customer_id is not null;
create index external_identity_by_staff on external_identity (tenant_id, staff_id) where staff_id is not null;
create index external_identity_by_customer on external_identity (tenant_id, customer_id) where customer_id is not null;
call guard_tenant_table('external_identity');

-- A sign-in that has gone to its provider and not come back yet. Nothing here can finish one: state and browser are hashes, and what the provider
-- is asked with is derived from the browser's own secret.
create table sign_in_departure (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    state_hash   bytea not null,
    browser_hash bytea not null,
    provider     text not null,
    link_to      uuid,
    back         text not null,
    expires_at   timestamptz not null,
    version      bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, state_hash)
);
call guard_tenant_table('sign_in_departure');

-- Staff whom a provider brought in have no password here.
alter table staff alter column password_hash drop not null;
