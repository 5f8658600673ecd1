-- Columns that hold personal data are bytea: sealed values whose first byte names the sealing. Look-up goes through
-- blind indexes, never through the values (R-15.2).
create table staff (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    login         text not null,
    name          bytea not null,
    email         bytea,
    password_hash text not null,
    state         text not null check (state in ('active', 'disabled')),
    locale        text,
    department    text,
    roles         jsonb not null,
    teams         jsonb not null,
    created_at    timestamptz not null,
    version       bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, login)
);
call guard_tenant_table('staff');

create table customer (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    name        bytea not null,
    email       bytea,
    email_index bytea,
    phone       bytea,
    phone_index bytea,
    locale      text,
    verified_at timestamptz,
    created_at  timestamptz not null,
    version     bigint not null,
    primary key (tenant_id, id)
);
create unique index customer_by_email on customer (tenant_id, email_index) where email_index is not null;
create index customer_by_phone on customer (tenant_id, phone_index) where phone_index is not null;
call guard_tenant_table('customer');

create table api_client (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    name        text not null,
    secret_hash text not null,
    roles       jsonb not null,
    created_at  timestamptz not null,
    removed_at  timestamptz,
    version     bigint not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('api_client');

-- A signed-in caller; tokens and cookies name it, revoking it ends them.
create table session (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    subject_kind text not null check (subject_kind in ('staff', 'customer', 'client')),
    subject_id   uuid not null,
    ticket_id    uuid,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    version      bigint not null,
    primary key (tenant_id, id)
);
create index on session (tenant_id, subject_id);
call guard_tenant_table('session');

create table sign_in_code (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    customer_id uuid not null,
    code_hash   bytea not null,
    expires_at  timestamptz not null,
    attempts    int not null,
    used_at     timestamptz,
    version     bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create index on sign_in_code (tenant_id, customer_id, id);
call guard_tenant_table('sign_in_code');

-- The link in a ticket mail: a key to one ticket for its requester.
create table access_link (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    customer_id uuid not null,
    ticket_id   uuid not null,
    token_hash  bytea not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    version     bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
call guard_tenant_table('access_link');
