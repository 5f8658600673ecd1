package dev.pledgedesk.console;

import dev.pledgedesk.complaint.ComplaintSummary;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.HistoryLine;
import dev.pledgedesk.ticket.MessageView;
import dev.pledgedesk.ticket.OpenTicket;
import dev.pledgedesk.ticket.TicketAction;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a ticket's page shows.
 *
 * @param type         its type under the configuration it was made with, null if that knows it no more
 * @param statusName   what its status is called there
 * @param moves        statuses it may be moved to now
 * @param earlier      whether more messages follow than are shown
 * @param history      its changes if they are what is looked at, null for the conversation
 * @param historyNext  cursor of older changes, null if there are none
 * @param people       names of those whom the history tells of
 * @param others       other tickets of the same requester
 * @param mergedInto   number of the ticket it was merged into, null if it was not
 * @param opened       what is personal, null until somebody opens it
 * @param clocks       promises made for it, those that still run first
 * @param visit        whether an appointment in it is still to come or to be called off
 * @param complaints   those that are spoken of in it
 * @param mayComplain  whether a complaint form can be opened for it
 * @param group        of its requester, null for none
 * @param limits       most files a message may carry, and most bytes of one
 * @param plugged      what plugins have to say to it, loaded after the page
 */
public record TicketView(Names names, TicketDetails ticket, TicketSection.TicketType type, String statusName, List<Names.Choice> moves,
        List<MessageView> messages, boolean earlier, List<HistoryLine> history, String historyNext, Map<UUID, String> people,
        List<TicketSection.Macro> macros, List<Names.Choice> colleagues, List<TicketSummary> others, String mergedInto, OpenTicket opened,
        Limits limits, List<ClockLine> clocks, boolean visit, List<ComplaintSummary> complaints, boolean mayComplain, String group, Plugged plugged, FormState form) {

    /** Whether plugins show something beside it, and whether they suggest answers. */
    public record Plugged(boolean extras, boolean suggestions) {
    }

    /** Limits of uploads. */
    public record Limits(int files, long bytes) {
    }

    public String path() {
        return "/console/tickets/" + ticket.id();
    }

    public boolean may(TicketAction action) {
        return ticket.may(action);
    }

    /** Custom fields of its type. */
    public List<TicketSection.Field> fields() {
        return type == null ? List.of() : type.fields();
    }

    /** What stands in each field of the form of properties. */
    public Map<String, String> values() {
        Map<String, Object> known = new LinkedHashMap<>(ticket.fields());
        if (opened != null) {
            known.putAll(opened.fields());
        }
        return TicketProperties.values(ticket, known, fields());
    }

    /** The requester's contacts, null until somebody opens them. */
    public CustomerView contacts() {
        return opened == null ? null : opened.requester();
    }

    /** Whether a field has a value that is not shown. */
    public boolean isMasked(String key) {
        return opened == null && ticket.maskedFields().contains(key);
    }

    /** The value of a custom field as a form holds it, empty for none. */
    public String field(String key) {
        return values().getOrDefault("field." + key, "");
    }

    public String tags() {
        return String.join(", ", ticket.tags());
    }

    public boolean isWatchedBy(UUID id) {
        return ticket.watchers().stream().anyMatch(w -> w.id().equals(id));
    }

    /** What a property is called in the history. */
    public String historyField(HistoryLine line, Site site) {
        String field = line.field();
        if (field.startsWith("fields.")) {
            return fields().stream().filter(f -> f.key().equals(field.substring(7))).map(f -> site.text(f.name())).findFirst().orElse(field.substring(7));
        }
        return site.textOr("console.history.field." + field, field);
    }

    /** A value of a property as people say it. */
    public String historyValue(HistoryLine line, String value) {
        if (line.masked()) {
            return "•••";
        }
        if (value == null || value.isEmpty()) {
            return "–";
        }
        return switch (line.field()) {
            case "status" -> names.status(ticket.type(), value);
            case "priority" -> names.priority(value);
            case "category" -> names.category(value);
            case "team" -> names.team(value);
            case "department" -> names.department(value);
            case "assignee" -> Ids.parse(value).map(id -> people.getOrDefault(id, value)).orElse(value);
            default -> value;
        };
    }
}
