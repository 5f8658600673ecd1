package dev.pledgedesk.bench.data;

import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.database.Roles;
import java.sql.SQLException;

/** A month of work of the big tenant's agents, made of its tickets by the database itself. */
public final class Month {

    private static final String OF_BIG = "(select id from tenant where key = '" + Population.BIG + "')";
    private static final String AGENT = "(select (array_agg(id order by id)) as all_of, count(*)::int as many from staff where tenant_id = " + OF_BIG + " and login like 'agent-%') a";
    private static final int SHIFTS = 20;

    private final DeskDatabase database;

    public Month(DeskDatabase database) {
        this.database = database;
    }

    /** Every ticket was solved this month by one of the agents, and every second promise with it was kept, one in twenty broken; everybody had his shifts. */
    public void worked() throws SQLException {
        owner("update ticket t set status_category = 'solved', solved_at = date_trunc('month', now()) + random() * (now() - date_trunc('month', now())), solved_by = a.all_of[1 + k.n % a.many]"
                + " from " + AGENT + ", (select id, (row_number() over (order by id))::int as n from ticket where tenant_id = " + OF_BIG + ") k where t.tenant_id = " + OF_BIG + " and t.id = k.id");
        owner("insert into promise_clock (tenant_id, id, subject_type, subject_id, policy, target, metric, config_version, calendar, tables, time_limit, state, started_at, due_at, broken_at, ended_at, decided_at, answerable_id, version)"
                + " select tenant_id, uuidv7(), 'ticket', id, 'service', 'taken-up', 'acknowledge', 1, 'always', '', '1h', 'fulfilled', solved_at - interval '1 hour', solved_at,"
                + " case when random() < 0.05 then solved_at end, solved_at, solved_at, solved_by, 1 from ticket where tenant_id = " + OF_BIG);
        owner("insert into shift_assignment (tenant_id, id, day, shift, post, staff_id, starts_at, ends_at, signed_in_at, signed_out_at, version) select s.tenant_id, uuidv7(), d::date, 'day', 'seat', s.id, d, d + interval '8 hours',"
                + " d + random() * interval '10 minutes', d + interval '8 hours', 1 from staff s, generate_series(date_trunc('month', now()), now() - interval '1 day', interval '1 day') d"
                + " where s.tenant_id = " + OF_BIG + " and s.login like 'agent-%' and extract(day from d) <= " + SHIFTS);
        owner("vacuum (analyze) ticket, promise_clock, shift_assignment");
    }

    /** Everything that was drawn was inspected. */
    public void inspected() throws SQLException {
        owner("update inspection i set at = now(), score = 70 + random() * 30, marks = '{\"words\": 85}', inspector_id = (select id from staff where tenant_id = " + OF_BIG + " and login = 'head-0') where tenant_id = " + OF_BIG);
        owner("vacuum (analyze) inspection");
    }

    private void owner(String sql) throws SQLException {
        database.run(Roles.OWNER, sql);
    }
}
