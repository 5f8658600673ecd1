package dev.pledgedesk.promise.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.calendar.DraftCalendars;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.promise.entity.PastTickets.Happened;
import dev.pledgedesk.promise.entity.PastTickets.Past;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.TicketEvent;
import dev.pledgedesk.ticket.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets a configuration's policies run over what happened to a ticket. What events of former releases do not say (priority, category and assignee at the time) is taken from the ticket as it is now.
 */
final class Replay {

    private static final String TRIAL = "trial";

    private final TenantConfig config;
    private final ReplayBook book;
    private final ClockRules rules;

    /** For the policies of a configuration. */
    Replay(TenantConfig config) {
        this.config = config;
        this.book = new ReplayBook(new DraftCalendars(config));
        this.rules = new ClockRules(book, TRIAL);
    }

    /** When the promises of a ticket were broken, the first time of each metric; empty if none was. */
    Map<Metric, Instant> broken(Past past, List<Happened> events, Instant now) {
        Optional<Policy> policy = config.policyFor(past.type());
        List<Running> all = new ArrayList<>();
        TicketState ticket = new TicketState(past.id(), past.number(), past.type(), past.category(), past.priority(), past.channel(), past.group(), config.workflowOf(past.type()).initial().key(), StatusCategory.NEW,
                null, past.team(), null, past.createdAt());
        for (Happened event : events) {
            book.at(event.at());
            JsonNode said = event.said();
            switch (event.type()) {
                case TicketEvent.CREATED -> {
                    if (policy.isPresent()) {
                        rules.filed(all, ticket, policy);
                    }
                }
                case TicketEvent.MESSAGE_ADDED -> rules.said(all, ticket, policy, new TicketEvent.MessageAdded(past.id(), past.number(), null, said.path("internal").asBoolean(), said.path("authorKind").asText(),
                        moment(said, "promisedAt"), moment(said, "appointmentAt")));
                default -> {
                    Set<String> fields = new HashSet<>();
                    said.path("fields").forEach(f -> fields.add(f.asText()));
                    ticket = after(ticket, past, said);
                    if (fields.contains("merged-into")) {
                        rules.merged(all, new ArrayList<>(), ticket, Optional.empty());
                    } else {
                        rules.changed(all, ticket, policy, fields);
                    }
                }
            }
        }
        Map<Metric, Instant> broken = new EnumMap<>(Metric.class);
        for (Running clock : all) {
            Instant at = clock.brokenAt(now);
            if (at != null) {
                broken.merge(clock.metric(), at, (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return broken;
    }

    private static TicketState after(TicketState t, Past past, JsonNode said) {
        UUID assignee = said.has("assigneeId") ? Ids.parse(said.path("assigneeId").asText("")).orElse(null) : past.assigneeId();
        return new TicketState(t.id(), t.number(), t.type(), said.has("priority") ? said.path("category").asText(null) : t.category(), said.path("priority").asText(t.priority()), t.channel(), t.group(),
                said.path("status").asText(t.status()), category(said.path("statusCategory").asText("")), assignee, t.team(), null, t.createdAt());
    }

    private static StatusCategory category(String key) {
        return StatusCategory.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Instant moment(JsonNode said, String name) {
        return said.hasNonNull(name) ? moment(said.path(name)) : null;
    }

    private static Instant moment(JsonNode value) {
        return value.isNumber() ? Instant.ofEpochSecond(value.decimalValue().longValue()) : Instant.parse(value.asText());
    }
}
