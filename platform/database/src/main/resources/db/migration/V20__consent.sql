-- What customers have consented to and taken back, each time with the text that was read: a proof, which nobody changes. The newest of a notice that counts says how it stands; what a
-- guest said who only wrote somebody's address into a form does not count.
create table consent (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    customer_id uuid not null,
    notice      text not null,
    covers      text not null check (covers in ('optional', 'sensitive', 'sharing', 'abroad')),
    version     text not null,
    given       boolean not null,
    counts      boolean not null,
    language    text,
    text_hash   bytea,
    channel     text not null,
    recorded_by text not null,
    how         bytea,
    guardian    bytea,
    at          timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    check (not given or text_hash is not null)
);
create index on consent (tenant_id, customer_id, notice, id);
call guard_tenant_table('consent');
revoke update, delete on consent from desk_app;
