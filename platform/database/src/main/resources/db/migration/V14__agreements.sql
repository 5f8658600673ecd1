-- Who of the staff has signed which version of the confidentiality agreement, and the hash of the text that was read: a proof, which nobody changes.
create table agreement_signature (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    staff_id  uuid not null,
    agreement text not null,
    language  text not null,
    text_hash bytea not null,
    signed_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, staff_id, agreement),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
call guard_tenant_table('agreement_signature');
revoke update, delete on agreement_signature from desk_app;
