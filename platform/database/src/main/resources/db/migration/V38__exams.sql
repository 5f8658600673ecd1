-- Questions have versions, so that a paper stays what it was when it was written.
create table question (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    topic      text not null,
    kind       text not null check (kind in ('single', 'multiple', 'true-false', 'order', 'short', 'case')),
    difficulty int not null check (difficulty between 1 and 5),
    state      text not null check (state in ('active', 'retired')),
    latest     int not null check (latest > 0),
    version    bigint not null,
    primary key (tenant_id, id)
);
create index on question (tenant_id, topic, id);
call guard_tenant_table('question');
revoke delete on question from desk_app;

create table question_version (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    question_id uuid not null,
    number      int not null check (number > 0),
    content     jsonb not null,
    at          timestamptz not null,
    actor       text not null,
    primary key (tenant_id, id),
    unique (tenant_id, question_id, number),
    foreign key (tenant_id, question_id) references question (tenant_id, id)
);
call guard_tenant_table('question_version');
revoke update, delete on question_version from desk_app;

create table exam_attempt (
    tenant_id      uuid not null references tenant (id),
    id             uuid not null,
    staff_id       uuid not null,
    assessment_id  uuid not null,
    exam           text not null,
    config_version int not null,
    seed           bigint not null,
    state          text not null check (state in ('running', 'marking', 'marked')),
    seat           uuid not null,
    started_at     timestamptz not null,
    ends_at        timestamptz not null,
    submitted_at   timestamptz,
    points         int not null,
    score          numeric(4, 1),
    version        bigint not null,
    primary key (tenant_id, id),
    -- One paper for each try.
    unique (tenant_id, assessment_id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    foreign key (tenant_id, assessment_id) references assessment (tenant_id, id),
    check (ends_at > started_at)
);
create index on exam_attempt (tenant_id, staff_id, id);
create index on exam_attempt (tenant_id, id) where state = 'marking';
call guard_tenant_table('exam_attempt');
revoke delete on exam_attempt from desk_app;

create table exam_answer (
    tenant_id        uuid not null references tenant (id),
    id               uuid not null,
    attempt_id       uuid not null,
    staff_id         uuid not null,
    place            int not null check (place > 0),
    question_id      uuid not null,
    question_number  int not null,
    kind             text not null,
    points           int not null check (points > 0),
    shown            jsonb not null,
    answer           bytea,
    given            numeric(5, 1),
    marked_by        text,
    remark           bytea,
    version          bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, attempt_id, place),
    foreign key (tenant_id, attempt_id) references exam_attempt (tenant_id, id),
    foreign key (tenant_id, question_id, question_number) references question_version (tenant_id, question_id, number)
);
create index on exam_answer (tenant_id, question_id) where given is not null;
call guard_tenant_table('exam_answer');
revoke delete on exam_answer from desk_app;
