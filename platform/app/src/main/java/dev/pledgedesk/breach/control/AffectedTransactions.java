package dev.pledgedesk.breach.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.breach.Breaches.Affected;
import dev.pledgedesk.breach.Breaches.Found;
import dev.pledgedesk.breach.Breaches.Search;
import dev.pledgedesk.breach.NoticeState;
import dev.pledgedesk.breach.PersonSource;
import dev.pledgedesk.breach.entity.AffectedPerson;
import dev.pledgedesk.breach.entity.AffectedPersons;
import dev.pledgedesk.breach.entity.BreachRecords;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds whose data have leaked, from what the journal of openings knows or by other ways. */
@ApplicationScoped
@Transactional
public class AffectedTransactions {

    /** Added at once; one search goes on where the one before has ended. */
    static final int MOST = 5_000;
    private static final int LOOKED_AT = 500;
    private static final int NAMED = 500;
    /** As the journal has staff and programs. */
    private static final Pattern READER = Pattern.compile("(staff|client)/[0-9a-f-]{36}");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    BreachRecords breaches;

    @Inject
    AffectedPersons persons;

    @Inject
    Readings readings;

    @Inject
    Customers customers;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public Page<Affected> page(UUID breach, PageRequest request) {
        breaches.get(breach);
        return persons.page(breach, request).map(p -> new Affected(p.customerId(), p.source(), p.addedAt(), p.notice(), p.writtenAt()));
    }

    public Found add(UUID breach, Search search) {
        check(search);
        breaches.locked(breach).requireOpen();
        int added = 0;
        UUID last = search.after() == null ? Ids.FIRST : search.after();
        boolean complete = false;
        while (!complete && added < MOST) {
            List<UUID> found = look(search, last);
            Set<UUID> there = persons.among(breach, found);
            List<UUID> fresh = found.stream().filter(c -> !there.contains(c)).limit(MOST - (long) added).toList();
            Instant now = clock.now();
            fresh.forEach(c -> persons.add(new AffectedPerson(Ids.next(), breach, c, search.source(), now)));
            persons.clear();
            added += fresh.size();
            complete = found.size() < LOOKED_AT && fresh.size() == found.size() - there.size();
            last = fresh.size() < found.size() - there.size() ? fresh.get(fresh.size() - 1) : found.isEmpty() ? last : found.get(found.size() - 1);
        }
        journal.write(new Journal.Entry(caller.actor(), "data-breach.persons-added", "breach", breach, facts(search, added)));
        return new Found(added, complete, last);
    }

    private void check(Search search) {
        if (search.source() == PersonSource.NAMED) {
            if (search.customerIds().isEmpty() || search.customerIds().size() > NAMED) {
                throw Problem.invalid(new FieldError("/customerIds", "field.amount", 1, NAMED));
            }
            customers.requireAll(search.customerIds(), "/customerIds");
        }
        if (search.reader() != null && !READER.matcher(search.reader()).matches()) {
            throw Problem.invalid(new FieldError("/reader", "field.pattern"));
        }
        requireYear(search.from(), "/from");
        requireYear(search.until(), "/until");
        if (search.from() != null && search.until() != null && !search.from().isBefore(search.until())) {
            throw Problem.invalid(new FieldError("/until", "field.time-order"));
        }
    }

    private static void requireYear(Instant at, String pointer) {
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
            throw Problem.invalid(new FieldError(pointer, "field.date"));
        }
    }

    private List<UUID> look(Search search, UUID after) {
        return switch (search.source()) {
            case OPENINGS -> readings.customers(new Readings.Filter(null, search.reader(), null, search.from(), search.until()), after, LOOKED_AT);
            case NAMED -> search.customerIds().stream().distinct().sorted().filter(id -> after.equals(Ids.FIRST)).toList();
            case EVERYBODY -> customers.known(after, LOOKED_AT);
        };
    }

    private static Map<String, Object> facts(Search search, int added) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("source", search.source().key());
        facts.put("added", added);
        if (search.reader() != null) {
            facts.put("reader", search.reader());
        }
        if (search.from() != null) {
            facts.put("from", search.from());
        }
        if (search.until() != null) {
            facts.put("until", search.until());
        }
        return facts;
    }

    public void remove(UUID breach, UUID customer) {
        breaches.locked(breach).requireOpen();
        AffectedPerson person = persons.of(breach, customer).orElseThrow(Problem::notFound);
        if (person.notice() == NoticeState.WRITTEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "breach.written-already");
        }
        persons.remove(person);
        journal.write(new Journal.Entry(caller.actor(), "data-breach.person-removed", "breach", breach, Map.of("customer", customer)));
    }
}
