-- Requests that carried an Idempotency-Key, with the answer they got; kept for a day.
create table idempotent_request (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    caller       text not null,
    key          text not null,
    request_hash bytea not null,
    status       int,
    location     text,
    etag         text,
    answer       bytea,
    created_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, caller, key)
);
call guard_tenant_table('idempotent_request');
