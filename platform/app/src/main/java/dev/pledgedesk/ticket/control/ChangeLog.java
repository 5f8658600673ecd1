package dev.pledgedesk.ticket.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.ticket.entity.Ticket;
import dev.pledgedesk.ticket.entity.TicketChangeRow;
import dev.pledgedesk.ticket.entity.TicketRelations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Writes what changed on a ticket: into its history in full, into the journal without what people wrote. */
@ApplicationScoped
public class ChangeLog {

    /** Properties whose values are keys and ids; all others may hold personal data and go to the journal by name only. */
    private static final Set<String> PLAIN = Set.of("status", "priority", "category", "assignee", "team", "department", "type", "merged-into", "watcher", "link");

    @Inject
    TicketRelations relations;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    TicketText text;

    @Inject
    DeskClock clock;

    /** Changes of one move, in the order they were made. */
    public static final class Changes {

        private final Map<String, String[]> byField = new LinkedHashMap<>();

        /** Notes a change unless both values are equal. */
        public Changes note(String field, Object before, Object after) {
            if (!Objects.equals(before, after)) {
                byField.put(field, new String[] {before == null ? null : before.toString(), after == null ? null : after.toString()});
            }
            return this;
        }

        public boolean isEmpty() {
            return byField.isEmpty();
        }

        /** Names of what changed. */
        public Set<String> fields() {
            return byField.keySet();
        }
    }

    /** Writes the changes under one action. */
    public void write(Ticket ticket, String action, Changes changes) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        // Who was forgotten has no key to seal with; his ticket can still be closed, and the journal says how it moved.
        boolean forgotten = text.isForgotten(ticket.requesterId());
        changes.byField.forEach((field, values) -> {
            UUID id = Ids.next();
            relations.add(new TicketChangeRow(id, ticket.id(), clock.now(), caller.kind().key(), caller.id(), field,
                    forgotten ? null : text.sealChange(ticket.requesterId(), id, "before", values[0]), forgotten ? null : text.sealChange(ticket.requesterId(), id, "after", values[1])));
            boolean plain = PLAIN.contains(field);
            before.put(field, plain ? values[0] : "…");
            after.put(field, plain ? values[1] : "…");
        });
        journal.write(new Journal.Entry(caller.actor(), action, "ticket", ticket.id().toString(), before, after, null));
    }
}
