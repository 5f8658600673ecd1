package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.privacy.DisposalKind;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import dev.pledgedesk.ticket.entity.DoneTickets;
import dev.pledgedesk.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tickets that are done and untouched for long, unless a hold, a request that waits or a restriction of the requester's keeps them: their content is removed, the ticket stays for the numbers. */
@ApplicationScoped
public class TicketDisposal implements DisposalKind {

    private static final String KEY = "ticket";
    private static final int BATCH = 50;

    @Inject
    DoneTickets tickets;

    @Inject
    Erasures erasures;

    @Inject
    DeskClock clock;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Integer days(Retention rules) {
        return rules.tickets();
    }

    @Override
    public Look look(UUID after, Instant before, boolean marked, int atMost) {
        List<Ticket> done = tickets.following(after, before, KEY, marked, atMost);
        return new Look(notKept(done).toList(), done.size() < atMost ? null : done.get(done.size() - 1).id());
    }

    @Override
    public Set<UUID> stillOver(Collection<UUID> ids, Instant before) {
        // In one order, and before the tickets: whoever places a hold or asks for something waits, or is seen.
        erasures.lock(tickets.findAll(ids).stream().map(Ticket::requesterId).distinct().sorted().toList());
        return notKept(tickets.among(ids, before)).collect(Collectors.toSet());
    }

    private Stream<UUID> notKept(List<Ticket> done) {
        Set<UUID> kept = erasures.kept(done.stream().map(Ticket::requesterId).distinct().toList());
        return done.stream().filter(t -> !kept.contains(t.requesterId())).map(Ticket::id);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public void dispose(UUID id) {
        tickets.empty(id, clock.now());
    }
}
