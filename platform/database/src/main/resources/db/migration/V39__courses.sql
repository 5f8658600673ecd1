-- The yearly plan: which course in which month, by whom.
create table training_plan_entry (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    year       int not null check (year between 2000 and 2999),
    month      int not null check (month between 1 and 12),
    course     text not null,
    goal       text not null,
    trainer_id uuid,
    places     int not null check (places between 1 and 1000),
    version    bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, trainer_id) references staff (tenant_id, id)
);
create index on training_plan_entry (tenant_id, year, month);
call guard_tenant_table('training_plan_entry');

create table training_session (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    course     text not null,
    entry_id   uuid,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    place      text not null,
    trainer_id uuid not null,
    places     int not null check (places between 1 and 1000),
    code       text not null,
    state      text not null check (state in ('planned', 'held', 'cancelled')),
    version    bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, trainer_id) references staff (tenant_id, id),
    foreign key (tenant_id, entry_id) references training_plan_entry (tenant_id, id),
    check (ends_at > starts_at)
);
create index on training_session (tenant_id, starts_at);
call guard_tenant_table('training_session');
revoke delete on training_session from desk_app;

create table enrolment (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    session_id  uuid not null,
    staff_id    uuid not null,
    state       text not null check (state in ('enrolled', 'waiting', 'attended', 'absent', 'withdrawn')),
    at          timestamptz not null,
    attended_at timestamptz,
    rating      int check (rating between 1 and 5),
    feedback    bytea,
    version     bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, session_id, staff_id),
    foreign key (tenant_id, session_id) references training_session (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
create index on enrolment (tenant_id, staff_id, id);
call guard_tenant_table('enrolment');
revoke delete on enrolment from desk_app;

-- What somebody is to take part in because of his role, made from programmes.
create table training_task (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    staff_id  uuid not null,
    programme text not null,
    course    text not null,
    turn      date not null,
    due_on    date not null,
    done_at   timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, staff_id, programme, course, turn),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
create index on training_task (tenant_id, due_on) where done_at is null;
call guard_tenant_table('training_task');
revoke delete on training_task from desk_app;

create table training_material (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    course    text not null,
    place     int not null,
    kind      text not null check (kind in ('text', 'link', 'file')),
    title     jsonb not null,
    body      jsonb,
    address   text,
    file_name text,
    file_type text,
    content   bytea,
    version   bigint not null,
    primary key (tenant_id, id)
);
create index on training_material (tenant_id, course, place);
call guard_tenant_table('training_material');

create table material_progress (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    material_id uuid not null,
    staff_id    uuid not null,
    percent     int not null check (percent between 0 and 100),
    at          timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, material_id, staff_id),
    foreign key (tenant_id, material_id) references training_material (tenant_id, id) on delete cascade,
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
call guard_tenant_table('material_progress');
