-- A group that the vendor has put a customer into, such as regular customers; what is promised may depend on it.
alter table customer add column group_key text;

-- What the monthly report sums up.
create index on complaint (tenant_id, ended_at) where ended_at is not null;
create index on complaint (tenant_id, received_at);
create index on promise_clock (tenant_id, subject_type, ended_at) where ended_at is not null;

-- What gave rise to a corrective action is a complaint.
alter table corrective_action add foreign key (tenant_id, source_id) references complaint (tenant_id, id);
