package dev.pledgedesk.promise.control;

import dev.pledgedesk.promise.entity.PastTickets;
import dev.pledgedesk.promise.entity.PastTickets.Happened;
import dev.pledgedesk.promise.entity.PastTickets.Past;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The steps of a trial, each a transaction of its own, so that none is held for long. */
@ApplicationScoped
@Transactional
public class PastReading {

    @Inject
    PastTickets past;

    public List<Past> tickets(Instant from, Instant until, UUID after, int atMost) {
        return past.tickets(from, until, after, atMost);
    }

    public List<Happened> events(Collection<UUID> tickets) {
        return tickets.isEmpty() ? List.of() : past.events(tickets);
    }
}
