package dev.pledgedesk.console;

import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.ticket.SavedViews;
import dev.pledgedesk.ticket.TicketSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the queue shows.
 *
 * @param next     query string of the next page, null on the last
 * @param due      when the next promise of a ticket is due, by ticket
 * @param outcomes what became of a bulk change, empty if there was none
 * @param notice   a message to show above the list, null for none
 */
public record QueueView(Names names, QueueQuery query, List<TicketSummary> rows, String next, List<SavedViews.View> views, List<StaffView> colleagues,
        Map<UUID, Instant> due, List<Outcome> outcomes, String notice) {

    /** What became of one ticket; the problem is null if it was done. */
    public record Outcome(String id, String number, String problem) {
    }

    /** Whether a moment is over. */
    public boolean isLate(Instant due) {
        return due.isBefore(names.now());
    }

    /** How many tickets of a bulk change were done. */
    public long done() {
        return outcomes.stream().filter(o -> o.problem() == null).count();
    }

    /** Those of a bulk change that were refused. */
    public List<Outcome> refused() {
        return outcomes.stream().filter(o -> o.problem() != null).toList();
    }

    /** The name of whoever a filter names. */
    public String colleague(String id) {
        return colleagues.stream().filter(m -> m.id().toString().equals(id)).map(StaffView::name).findFirst().orElse(id);
    }

    /** The caller himself. */
    public StaffView me() {
        return colleagues.get(0);
    }
}
