-- Persons who were forgotten, and those who must not be for a while. What they leave is their row without contacts, and a proof that names nobody.
alter table customer add column erased_at timestamptz;

create table legal_hold (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    customer_id uuid not null,
    reason      bytea not null,
    placed_by   text not null,
    placed_at   timestamptz not null,
    lifted_by   text,
    lifted_at   timestamptz,
    version     bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    check ((lifted_by is null) = (lifted_at is null))
);
create index on legal_hold (tenant_id, customer_id);
call guard_tenant_table('legal_hold');
revoke delete on legal_hold from desk_app;

create table erasure (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    customer_id uuid not null,
    cause       text not null check (cause in ('request', 'objection', 'not-needed', 'unlawful', 'repeated')),
    erased_by   text not null,
    erased_at   timestamptz not null,
    removed     jsonb not null,
    receipt     text not null,
    primary key (tenant_id, id),
    unique (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
call guard_tenant_table('erasure');
revoke update, delete on erasure from desk_app;

-- By which a person's mails, links and files are found when they have to go.
create index on outgoing_mail (tenant_id, person_id);
create index on access_link (tenant_id, customer_id);
create index on attachment (tenant_id, ticket_id) where ticket_id is not null;
