package dev.pledgedesk.bench.data;

import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.database.Roles;
import java.sql.SQLException;

/** Clocks and complaints of the big tenant, made of its tickets by the database itself. */
public final class Promised {

    private static final String OF_BIG = "select t.*, o.config_version as current from ticket t join tenant o on o.id = t.tenant_id where o.key = '" + Population.BIG + "' and t.number like 'OLD-%'";
    private static final String CLOCK = "insert into promise_clock (tenant_id, id, subject_type, subject_id, policy, target, metric, config_version, calendar, tables, time_limit, state, started_at, due_at, broken_at, ended_at, version) ";
    private static final String FIRST_EVENTS = "insert into promise_event (tenant_id, id, clock_id, number, kind, at, recorded_at, cause, actor) select c.tenant_id, uuidv7(), c.id, 1, 'activate', c.started_at, c.started_at, 'filed', 'platform'"
            + " from promise_clock c where c.time_limit = '%s' and not exists (select from promise_event e where e.tenant_id = c.tenant_id and e.clock_id = c.id)";
    /** Nobody waits so long. */
    private static final String FAR = "9999h";
    /** Unlike any limit of the policy, so that these clocks are known by it. */
    private static final String PASSED = "59m";

    private final DeskDatabase database;

    public Promised(DeskDatabase database) {
        this.database = database;
    }

    /** Gives every ticket a clock that runs on for a year, with the timer for it; those that have one keep it. */
    public void open() throws SQLException {
        owner(CLOCK + "select tenant_id, uuidv7(), 'ticket', id, 'service', 'taken-up', 'acknowledge', current, 'always', '', '" + FAR + "', 'running', now(), now() + interval '" + FAR + "', null, null, 1 from (" + OF_BIG + ") k"
                + " where not exists (select from promise_clock c where c.tenant_id = k.tenant_id and c.subject_id = k.id)");
        owner(FIRST_EVENTS.formatted(FAR));
        // Spread over a month that begins when everything here is over.
        owner("insert into due_work (kind, tenant_id, id, due_at) select 'promise', tenant_id, subject_id, now() + interval '300 hours' + random() * interval '720 hours' from promise_clock where time_limit = '" + FAR + "' on conflict do nothing");
        owner("vacuum (analyze) promise_clock, promise_event, due_work");
    }

    /** One ticket in ten has had a complaint that ended in the last twelve months, with two clocks that were kept or not. */
    public void complaints() throws SQLException {
        owner("insert into complaint (tenant_id, id, number, customer_id, ticket_id, regime, config_version, channel, stage, stage_since, round, level, received_at, filed_at, filed_by, severity, complex, at_fault, cause, reminders, outcome, ended_at, version)"
                + " select tenant_id, uuidv7(), 'C-' || number, requester_id, id, 'ways', current, 'phone', 'archived', at, 1 + n / 10 % 7 / 6, 0, at - interval '30 hours', at - interval '29 hours', 'platform', (array['minor', 'grave'])[1 + n / 10 % 2], false,"
                + " (array['company', 'customer', 'third-party', 'nobody'])[1 + n / 10 % 4], (array['slow', 'fees'])[1 + n / 10 % 3 / 2], 0, (array['satisfied', 'satisfied', 'satisfied', 'unconfirmed', 'exception'])[1 + n / 10 % 5], at, 1"
                + " from (select k.*, n, now() - (n / 10 % 365) * interval '1 day' as at from (" + OF_BIG + ") k, lateral (select split_part(k.number, '-', 3)::int as n) l) m"
                + " where n % 10 = 0 and not exists (select from complaint c where c.tenant_id = m.tenant_id and c.ticket_id = m.id)");
        owner(CLOCK + "select tenant_id, uuidv7(), 'complaint', id, 'ways', target, 'custom', config_version, 'always', '', '12h', 'fulfilled', received_at, received_at + interval '12 hours', case when round > 1 then ended_at end, ended_at, 1"
                + " from complaint c, unnest(array['told', 'satisfied']) target where not exists (select from promise_clock o where o.tenant_id = c.tenant_id and o.subject_id = c.id)");
        owner("vacuum (analyze) complaint, promise_clock");
    }

    /** Gives some tickets a clock whose time was used up an hour ago without anybody looking, as after an outage; gives how many there are without their timers. */
    public int overdue(int count) throws SQLException {
        owner(CLOCK + "select tenant_id, uuidv7(), 'ticket', id, 'service', 'taken-up', 'acknowledge', current, 'always', '', '" + PASSED + "', 'running', now() - interval '2 hours', now() - interval '1 hour', null, null, 1 from (" + OF_BIG + ") k"
                + " where assignee_id is not null and not exists (select from promise_clock c where c.tenant_id = k.tenant_id and c.subject_id = k.id and c.time_limit = '" + PASSED + "') order by id limit " + count);
        owner(FIRST_EVENTS.formatted(PASSED));
        return waiting();
    }

    /** How many overdue clocks nobody has looked at yet. */
    public int waiting() throws SQLException {
        return Integer.parseInt(database.value("select count(*) from promise_clock where time_limit = '" + PASSED + "' and broken_at is null"));
    }

    /** The timers of the overdue clocks come due, all at once. */
    public void wake() throws SQLException {
        owner("insert into due_work (kind, tenant_id, id, due_at) select 'promise', tenant_id, subject_id, now() - interval '1 hour' from promise_clock where time_limit = '" + PASSED + "' and broken_at is null"
                + " on conflict (kind, tenant_id, id) do update set due_at = excluded.due_at");
    }

    private void owner(String sql) throws SQLException {
        database.run(Roles.OWNER, sql);
    }
}
