package dev.pledgedesk.bench.data;

import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.database.Roles;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    private List<UUID> staff = List.of();
    private int size;

    public Population(DeskPeople people, DeskDatabase database) {
        this.people = people;
        this.database = database;
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
        var parts = new ArrayList<Part>();
        for (int i = 1; i <= smallTenants; i++) {
            parts.add(new Part(i, ids.get(small(i)), List.of(), 0, SMALL_TICKETS));
        }
        load(parts);
    }

    /** Lets the big tenant grow to so many tickets, then has the planner look at all tables. */
    public void grow(int tickets) throws Exception {
        UUID id = database.tenants().get(BIG);
        // Customers first: a ticket may be that of any of them.
        copy(new Part(0, id, staff, size, tickets), true, false);
        var parts = new ArrayList<Part>();
        for (int from = size; from < tickets; from += CHUNK) {
            parts.add(new Part(0, id, staff, from, Math.min(tickets, from + CHUNK)));
        }
        run(parts.stream().<Callback>map(part -> () -> copy(part, false, true)).toList());
        size = tickets;
        settleDown();
    }

    /** What autovacuum would do some time during the measurement is done before it. */
    private void settleDown() throws SQLException {
        database.run(Roles.OWNER, "vacuum (analyze) ticket, message, search_document, ticket_change, journal_entry, outbox_event, customer, tenant, tenant_host,"
            + " config_version, due_work, journal_seal");
        database.run(Roles.SUPERUSER, "checkpoint");
    }

    private void load(List<Part> parts) throws Exception {
        run(parts.stream().<Callback>map(part -> () -> copy(part, true, true)).toList());
    }

    /** Tickets of one tenant from a number up to, not including, another. */
    private record Part(int tenant, UUID id, List<UUID> staff, int from, int to) {
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

    private void copy(Part part, boolean customers, boolean tickets) throws SQLException, IOException {
        try (Connection owner = database.connect(Roles.OWNER)) {
            owner.setAutoCommit(false);
            var rows = new TicketRows(part.tenant(), part.id(), part.staff());
            if (customers) {
                for (int number = customers(part.from()); number < customers(part.to()); number++) {
                    rows.customer(number);
                }
            }
            for (int index = part.from(); tickets && index < part.to(); index++) {
                rows.ticket(index);
            }
            rows.copy(owner);
            owner.commit();
        }
    }

    /** How many customers the first so many tickets have. */
    private static int customers(int tickets) {
        return tickets == 0 ? 0 : (tickets - 1) / 4 + 1;
    }
}
