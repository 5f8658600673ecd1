-- A tenant that has left: its keys are destroyed, its hosts are free, and a certificate says so.
alter table tenant add column closed_at timestamptz;
alter table tenant add column certificate text;
alter table tenant drop constraint tenant_state_check;
alter table tenant add check (state in ('active', 'suspended', 'closed'));
alter table tenant add check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (certificate is not null));
