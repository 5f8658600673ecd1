package dev.pledgedesk.console;

import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.ticket.SavedViews;
import dev.pledgedesk.ticket.TicketSummary;
import java.util.List;

/**
 * What the queue shows.
 *
 * @param next     query string of the next page, null on the last
 * @param outcomes what became of a bulk change, empty if there was none
 * @param notice   a message to show above the list, null for none
 */
public record QueueView(Names names, QueueQuery query, List<TicketSummary> rows, String next, List<SavedViews.View> views, List<StaffView> colleagues,
        List<Outcome> outcomes, String notice) {

    /** What became of one ticket; the problem is null if it was done. */
    public record Outcome(String id, String number, String problem) {
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
