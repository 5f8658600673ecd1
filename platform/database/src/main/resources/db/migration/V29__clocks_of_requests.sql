-- What persons ask for is watched by clocks, as all that is promised in time: those that wait for a decision get theirs, counted from when they were asked or appealed.
create temporary table waiting on commit drop as
select r.tenant_id, r.id, gen_random_uuid() clock_id, r.kind || case when r.state = 'appealed' then '-appeal' else '' end target, coalesce(r.appealed_at, r.filed_at) since,
       r.due_at, t.config_version, case when r.state = 'appealed' then 'appealed' else 'asked' end cause
  from data_request r join tenant t on t.id = r.tenant_id where r.state in ('open', 'appealed');

insert into promise_clock (tenant_id, id, subject_type, subject_id, policy, target, metric, config_version, calendar, tables, time_limit, state, started_at, due_at, version)
select tenant_id, clock_id, 'data-request', id, 'data-request', target, 'resolution', config_version, 'always', '',
       greatest(1, round(extract(epoch from due_at - since) / 3600))::int || 'h', 'running', since, due_at, 1 from waiting;

insert into promise_event (tenant_id, id, clock_id, number, kind, at, recorded_at, cause, actor)
select tenant_id, gen_random_uuid(), clock_id, 1, 'activate', since, now(), cause, 'platform' from waiting;

delete from due_work where kind in ('data-request-due', 'data-request-overdue');
insert into due_work (tenant_id, kind, id, due_at)
select tenant_id, 'promise', id, now() from waiting on conflict do nothing;
