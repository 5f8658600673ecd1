-- The place of an event in the feed that integrators read. Given when somebody first reads so far, and in the order in which events can be seen: their ids are made before
-- their transactions end, so a reader who went on by id would miss what a slow transaction tells late.
create table event_place (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    number    bigint not null check (number > 0),
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
call guard_tenant_table('event_place');
revoke update, delete on event_place from desk_app;

-- The end of a tenant's feed: the last number given, and up to which id every event has its place.
create table event_feed (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    last_number bigint not null default 0,
    settled     uuid not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('event_feed');
revoke delete on event_feed from desk_app;

-- Addresses that are told what happens; their secrets are sealed under a key of their own.
create table webhook (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    version       bigint not null,
    name          text not null,
    address       text not null,
    types         jsonb not null,
    secret        bytea not null,
    former_secret bytea,
    former_until  timestamptz,
    state         text not null check (state in ('active', 'paused', 'disabled')),
    reason        text,
    created_at    timestamptz not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('webhook');

-- Whose turn it is to tell an address, so that two nodes never do at once, and since when it takes nothing; apart from the address, whose version is its users'.
create table webhook_turn (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    taken_till timestamptz,
    failing_since timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references webhook (tenant_id, id) on delete cascade
);
call guard_tenant_table('webhook_turn');

create table webhook_delivery (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    webhook_id  uuid not null,
    event_id    uuid not null,
    type        text not null,
    subject_id  uuid not null,
    occurred_at timestamptz not null,
    state       text not null check (state in ('waiting', 'delivered', 'failed')),
    round       int not null default 0,
    due_at      timestamptz,
    ended_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, webhook_id, event_id),
    foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade
);
create index on webhook_delivery (tenant_id, webhook_id, due_at) where state = 'waiting';
create index on webhook_delivery (tenant_id, webhook_id, id);
create index on webhook_delivery (tenant_id, webhook_id, ended_at);
call guard_tenant_table('webhook_delivery');

create table webhook_attempt (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    delivery_id uuid not null,
    at          timestamptz not null,
    status      int,
    failure     text,
    millis      bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, delivery_id) references webhook_delivery (tenant_id, id) on delete cascade
);
create index on webhook_attempt (tenant_id, delivery_id, id);
call guard_tenant_table('webhook_attempt');
revoke update on webhook_attempt from desk_app;
