package dev.pledgedesk.bench.data;

import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskKeys;
import dev.pledgedesk.database.Roles;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** All tenants: a big one that grows, many small ones beside it, and one that belongs to the control. */
public final class Population {

    /** Key of the big tenant. */
    public static final String BIG = "big";
    /** Key of the tenant that the control writes to. */
    public static final String CONTROL = "control";
    /** Tickets of a small tenant. */
    public static final int SMALL_TICKETS = 20;
    /** Small tenants whose staff can sign in. */
    public static final int SMALL_WITH_STAFF = 10;

    private static final int CHUNK = 2_000;
    private static final int LOADERS = 2;

    private final DeskPeople people;
    private final DeskDatabase database;
    private final DeskKeys keys;
    private final Form form;
    private List<UUID> staff = List.of();
    private int size;

    public Population(DeskPeople people, DeskDatabase database, DeskKeys keys, Form form) {
        this.people = people;
        this.database = database;
        this.keys = keys;
        this.form = form;
    }

    /** The Host header of the small tenant with this number, from 1. */
    public static String small(int number) {
        return "small-" + number;
    }

    /** Tickets of the big tenant that were generated. */
    public int size() {
        return size;
    }

    /** Sets up all tenants and fills the small ones. */
    public void settle(int smallTenants) throws Exception {
        people.tenant(BIG);
        people.tenant(CONTROL);
        staff = people.staff(BIG, DeskPeople.AGENTS);
        for (int i = 1; i <= smallTenants; i++) {
            people.tenant(small(i));
            if (i <= SMALL_WITH_STAFF) {
                people.staff(small(i), 1);
            }
        }
        Map<String, UUID> ids = database.tenants();
        var tenants = new ArrayList<Callback>();
        for (int i = 1; i <= smallTenants; i++) {
            var rows = rows(i, ids.get(small(i)));
            tenants.add(() -> copy(rows, all -> {
                customers(all, 0, SMALL_TICKETS);
                Arrays.stream(Sketch.byCreation(rows.tenant(), 0, SMALL_TICKETS)).forEach(all::ticket);
            }));
        }
        run(tenants);
    }

    /** Lets the big tenant grow to so many tickets, then has the planner look at all tables. */
    public void grow(int tickets) throws Exception {
        UUID id = database.tenants().get(BIG);
        // Customers first: a ticket may be that of any of them.
        copy(rows(0, id), rows -> customers(rows, size, tickets));
        // In the order in which a desk would have written them: the newest rows stand together.
        int[] order = Sketch.byCreation(0, size, tickets);
        var chunks = new ArrayList<Callback>();
        for (int from = 0; from < order.length; from += CHUNK) {
            int[] chunk = Arrays.copyOfRange(order, from, Math.min(order.length, from + CHUNK));
            chunks.add(() -> copy(rows(0, id), rows -> Arrays.stream(chunk).forEach(rows::ticket)));
        }
        run(chunks);
        size = tickets;
        settleDown();
    }

    /** What autovacuum would do some time during the measurement is done before it. */
    private void settleDown() throws SQLException {
        database.run(Roles.OWNER, "vacuum (analyze) ticket, message, search_document, ticket_change, journal_entry, outbox_event, customer, tenant, tenant_host,"
            + " config_version, due_work, journal_seal");
        database.run(Roles.SUPERUSER, "checkpoint");
    }

    private interface Callback {
        void call() throws SQLException, IOException;
    }

    private static void run(List<Callback> parts) throws Exception {
        ExecutorService loaders = Executors.newFixedThreadPool(LOADERS);
        try {
            var done = new ArrayList<Future<?>>();
            for (Callback part : parts) {
                done.add(loaders.submit(() -> {
                    part.call();
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            loaders.shutdownNow();
        }
    }

    private TicketRows rows(int tenant, UUID id) {
        return new TicketRows(tenant, id, tenant == 0 ? staff : List.of(), keys.of(id), form);
    }

    private void copy(TicketRows rows, Consumer<TicketRows> fill) throws SQLException, IOException {
        fill.accept(rows);
        try (Connection owner = database.connect(Roles.OWNER)) {
            owner.setAutoCommit(false);
            rows.copy(owner);
            owner.commit();
        }
    }

    /** The customers that the tickets from a number up to, not including, another bring along. */
    private static void customers(TicketRows rows, int from, int to) {
        for (int number = customers(from); number < customers(to); number++) {
            rows.customer(number);
        }
    }

    /** How many customers the first so many tickets have. */
    private static int customers(int tickets) {
        return tickets == 0 ? 0 : (tickets - 1) / 4 + 1;
    }
}
