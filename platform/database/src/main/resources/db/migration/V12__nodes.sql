-- What all nodes on this database must have in common. Fingerprints only: no key, and no content of a tenant.
create table platform_key (
    purpose       text primary key,
    fingerprint   text not null,
    registered_at timestamptz not null default now()
);
