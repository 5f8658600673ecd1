-- What a session was opened with, when it was last used (to within minutes) and in what family of browser; for its owner to
-- recognise it. Neither the address nor the browser's own words are kept.
alter table session add column way text not null default 'password';
alter table session add column used_at timestamptz;
alter table session add column browser text not null default 'other';
alter table session add column system text not null default 'other';
update session set used_at = created_at,
    way = case subject_kind when 'client' then 'secret' when 'staff' then 'password' else case when ticket_id is null then 'code' else 'link' end end;
alter table session alter column used_at set not null;
alter table session alter column way drop default;
alter table session alter column browser drop default;
alter table session alter column system drop default;
alter table session add constraint session_way check (way in ('password', 'secret', 'code', 'link', 'oidc'));

-- Second factor of a member of staff, by the member's id. The last step is the newest time step a code was taken for, so that
-- each code is good once.
create table second_factor (
    tenant_id    uuid not null,
    id           uuid not null,
    secret       bytea not null,
    confirmed_at timestamptz,
    last_step    bigint not null,
    version      bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references staff (tenant_id, id)
);
call guard_tenant_table('second_factor');

create table recovery_code (
    tenant_id uuid not null,
    id        uuid not null,
    staff_id  uuid not null,
    code_hash bytea not null,
    used_at   timestamptz,
    version   bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references second_factor (tenant_id, id)
);
create index on recovery_code (tenant_id, staff_id);
call guard_tenant_table('recovery_code');

-- How often a proof was tried lately, by account and by source, and from where an account has signed in before. The id is a
-- keyed hash of what is counted; neither names nor addresses stand here. Rows die when their time ends.
create table sign_in_tries (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    tries     int not null,
    most      int not null,
    ends_at   timestamptz not null,
    subject   text,
    told      boolean not null default false,
    primary key (tenant_id, id)
);
call guard_tenant_table('sign_in_tries');

-- Somebody asked for a sign-in code. Whether the address is known is looked up later, so that the answer takes as long for all.
create table sign_in_code_request (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    email_index bytea not null,
    primary key (tenant_id, id)
);
call guard_tenant_table('sign_in_code_request');

-- Tries are counted in sign_in_tries, alike for addresses that are known and those that are not.
alter table sign_in_code drop column attempts;
