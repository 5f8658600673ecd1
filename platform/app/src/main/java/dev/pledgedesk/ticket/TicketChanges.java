package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.ticket.control.ChangeTransaction;
import dev.pledgedesk.ticket.control.FieldPlugins;
import dev.pledgedesk.ticket.control.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Changes tickets: properties, status, watchers, links, merging and splitting. */
@ApplicationScoped
public class TicketChanges {

    /** What became of one ticket of a bulk change; the problem is null if it was done. */
    public record Outcome(UUID ticketId, String problem) {
    }

    @Inject
    ChangeTransaction transaction;

    @Inject
    FieldPlugins fields;

    @Inject
    Snapshots snapshots;

    @Inject
    Caller caller;

    /** Changes a ticket whose version the caller has read; null where he does not mind. */
    public TicketDetails change(UUID id, Long expectedVersion, TicketChange change) {
        caller.require(Permission.TICKET_WRITE);
        return transaction.change(id, expectedVersion, checked(id, change));
    }

    /** The change with values of fields as plugins want them. */
    private TicketChange checked(UUID id, TicketChange change) {
        return change.fields() == null || change.fields().isEmpty() ? change : change.withFields(snapshots.changing(id).checkedBy(fields, change.fields()));
    }

    /** Closes a ticket as its workflow allows: to closed, else to solved. */
    public TicketDetails close(UUID id, Long expectedVersion) {
        caller.require(Permission.TICKET_WRITE);
        return transaction.close(id, expectedVersion);
    }

    /** Reopens a solved or closed ticket as its workflow allows. */
    public TicketDetails reopen(UUID id, Long expectedVersion) {
        caller.require(Permission.TICKET_WRITE);
        return transaction.reopen(id, expectedVersion);
    }

    /** Applies one change to many tickets, each in a transaction of its own. */
    public List<Outcome> changeAll(List<UUID> ids, TicketChange change, Messages messages) {
        caller.require(Permission.TICKET_WRITE);
        return new LinkedHashSet<>(ids).stream().map(id -> {
            try {
                transaction.change(id, null, checked(id, change));
                return new Outcome(id, null);
            } catch (Problem refused) {
                String text = refused.errors().isEmpty() ? messages.text(refused.detail(), refused.arguments().toArray())
                        : messages.text(refused.errors().get(0).message(), refused.errors().get(0).arguments().toArray());
                return new Outcome(id, text);
            }
        }).toList();
    }

    /** Adds a member of staff to the watchers; twice is as good as once. */
    public void watch(UUID id, UUID staffId) {
        inside();
        transaction.watch(id, staffId, true);
    }

    /** Takes a member of staff off the watchers. */
    public void unwatch(UUID id, UUID staffId) {
        inside();
        transaction.watch(id, staffId, false);
    }

    /** Links a ticket to another; twice is as good as once. */
    public void link(UUID id, UUID other, String kind) {
        inside();
        transaction.link(id, other, kind);
    }

    /** Removes every link between two tickets. */
    public void unlink(UUID id, UUID other) {
        inside();
        transaction.unlink(id, other);
    }

    /** Closes the ticket and goes on in another one of the same requester; gives that one. */
    public TicketDetails merge(UUID id, Long expectedVersion, UUID into) {
        inside();
        return transaction.merge(id, expectedVersion, into);
    }

    /** Makes a new ticket out of one message; the type is that of the old one if null. */
    public TicketDetails split(UUID id, UUID messageId, String subject, String type) {
        inside();
        return transaction.split(id, messageId, subject, type);
    }

    private void inside() {
        caller.require(Permission.TICKET_WRITE);
        if (!caller.isInside()) {
            throw Problem.denied();
        }
    }
}
