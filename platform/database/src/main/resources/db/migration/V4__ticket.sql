create table ticket_counter (
    tenant_id uuid primary key references tenant (id),
    last      bigint not null
);
call guard_tenant_table('ticket_counter');

create table ticket (
    tenant_id       uuid not null references tenant (id),
    id              uuid not null,
    number          text not null,
    type            text not null,
    category        text,
    status          text not null,
    status_category text not null check (status_category in ('new', 'open', 'pending', 'on-hold', 'solved', 'closed')),
    priority        text not null check (priority in ('low', 'normal', 'high', 'urgent')),
    channel         text not null,
    subject         bytea not null,
    requester_id    uuid not null,
    assignee_id     uuid,
    team            text,
    department      text,
    tags            jsonb not null,
    fields          bytea not null,
    merged_into     uuid,
    config_version  int not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, requester_id) references customer (tenant_id, id),
    foreign key (tenant_id, assignee_id) references staff (tenant_id, id),
    foreign key (tenant_id, merged_into) references ticket (tenant_id, id),
    foreign key (tenant_id, config_version) references config_version (tenant_id, number)
);
create index ticket_by_update on ticket (tenant_id, updated_at, id);
create index ticket_by_category on ticket (tenant_id, status_category, id);
create index ticket_by_assignee on ticket (tenant_id, assignee_id, id) where assignee_id is not null;
create index ticket_by_requester on ticket (tenant_id, requester_id, id);
create index ticket_by_team on ticket (tenant_id, team, id) where team is not null;
call guard_tenant_table('ticket');

create table message (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    ticket_id   uuid not null,
    kind        text not null check (kind in ('public-reply', 'internal-note')),
    author_kind text not null check (author_kind in ('staff', 'customer', 'client', 'system')),
    author_id   uuid,
    channel     text not null,
    body        bytea not null,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, ticket_id) references ticket (tenant_id, id)
);
create index on message (tenant_id, ticket_id, id);
call guard_tenant_table('message');

create table attachment (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    ticket_id  uuid,
    message_id uuid,
    file_name  bytea not null,
    media_type text not null,
    size       bigint not null,
    sha256     bytea not null,
    created_at timestamptz not null,
    version    bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, ticket_id) references ticket (tenant_id, id),
    foreign key (tenant_id, message_id) references message (tenant_id, id)
);
create index on attachment (tenant_id, message_id) where message_id is not null;
call guard_tenant_table('attachment');

create table attachment_chunk (
    tenant_id     uuid not null references tenant (id),
    attachment_id uuid not null,
    number        int not null,
    content       bytea not null,
    primary key (tenant_id, attachment_id, number),
    foreign key (tenant_id, attachment_id) references attachment (tenant_id, id) on delete cascade
);
alter table attachment_chunk alter content set storage external;
call guard_tenant_table('attachment_chunk');

-- Every change of a ticket, one row a field; values are sealed because a subject or a custom field may be among them.
create table ticket_change (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    ticket_id  uuid not null,
    at         timestamptz not null,
    actor_kind text not null,
    actor_id   uuid,
    field      text not null,
    before     bytea,
    after      bytea,
    primary key (tenant_id, id),
    foreign key (tenant_id, ticket_id) references ticket (tenant_id, id)
);
create index on ticket_change (tenant_id, ticket_id, id);
call guard_tenant_table('ticket_change');
revoke update on ticket_change from desk_app;

create table ticket_watcher (
    tenant_id uuid not null references tenant (id),
    ticket_id uuid not null,
    staff_id  uuid not null,
    primary key (tenant_id, ticket_id, staff_id),
    foreign key (tenant_id, ticket_id) references ticket (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
call guard_tenant_table('ticket_watcher');

create table ticket_link (
    tenant_id uuid not null references tenant (id),
    ticket_id uuid not null,
    other_id  uuid not null,
    kind      text not null check (kind in ('relates-to', 'duplicates', 'caused-by', 'split-from')),
    primary key (tenant_id, ticket_id, other_id, kind),
    foreign key (tenant_id, ticket_id) references ticket (tenant_id, id),
    foreign key (tenant_id, other_id) references ticket (tenant_id, id)
);
create index on ticket_link (tenant_id, other_id);
call guard_tenant_table('ticket_link');

create table ticket_view (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    owner_id  uuid not null,
    name      text not null,
    filter    text not null,
    shared    boolean not null,
    version   bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references staff (tenant_id, id)
);
call guard_tenant_table('ticket_view');

-- Search: one document a message, tokens made by the application (opaque to the database, so that they can be keyed).
create table search_document (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    ticket_id    uuid not null,
    requester_id uuid not null,
    internal     boolean not null,
    tokens       tsvector not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, ticket_id) references ticket (tenant_id, id)
);
create index search_document_tokens on search_document using gin (tenant_id, tokens);
create index on search_document (tenant_id, ticket_id);
call guard_tenant_table('search_document');

-- The planner may not use the token index below a row-security policy (@@ is not leakproof), so this one function reads as
-- a role that bypasses the policy, filters by the same setting itself, and answers ids only; the rows behind them are read
-- under the policy again.
create function search_tickets(wanted tsquery, requester uuid, before_ticket uuid, at_most int) returns setof uuid
    language sql stable security definer
    set search_path = desk, pg_temp
    as $$
        select distinct ticket_id
          from search_document
         where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
           and tokens @@ wanted
           and (requester is null or (requester_id = requester and not internal))
           and (before_ticket is null or ticket_id < before_ticket)
         order by ticket_id desc
         limit least(at_most, 101)
    $$;
alter function search_tickets(tsquery, uuid, uuid, int) owner to desk_search;
revoke execute on function search_tickets(tsquery, uuid, uuid, int) from public;
grant execute on function search_tickets(tsquery, uuid, uuid, int) to desk_app;
grant select on search_document to desk_search;
