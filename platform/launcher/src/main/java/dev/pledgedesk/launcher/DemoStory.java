package dev.pledgedesk.launcher;

import dev.pledgedesk.client.api.TicketsApi;
import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.GivenConsent;
import dev.pledgedesk.client.model.Message;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.Priority;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.client.model.TicketSummary;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Files the tickets of one demo tenant and plays their steps, each by whoever it belongs to. What is there already is left alone, so that a
 * start that was cut off goes on where it ended.
 */
final class DemoStory {

    private static final int MOST = 100;
    private static final String AFTER = "page[after]=";

    private final DemoData data;
    private final DemoPeople people;
    private final String clerk;
    private final String supervisor;

    /**
     * Prepares it.
     *
     * @param data   the tickets
     * @param people who is at the desk
     */
    DemoStory(DemoData data, DemoPeople people) {
        this.data = data;
        this.people = people;
        this.clerk = data.loginOf("agent");
        this.supervisor = data.loginOf("supervisor");
    }

    /** Files what is missing and plays what is missing. */
    void play() {
        Map<String, TicketSummary> there = there();
        for (DemoData.Ticket ticket : data.tickets()) {
            TicketSummary known = there.get(ticket.subject());
            if (known == null) {
                Ticket filed = file(ticket);
                sort(ticket, filed.getId(), filed.getVersion(), filed.getPriority(), filed.getTags());
                play(ticket, filed.getId(), 0);
            } else {
                sort(ticket, known.getId(), known.getVersion(), known.getPriority(), known.getTags());
                play(ticket, known.getId(), played(ticket, known.getId()));
            }
        }
    }

    private Map<String, TicketSummary> there() {
        var bySubject = new HashMap<String, TicketSummary>();
        TicketsApi tickets = people.staff(clerk);
        String after = null;
        do {
            String from = after;
            var page = DemoPeople.call(data.tenant() + ": ticket list", () -> tickets.listTickets(null, null, null, null, null, null, null, null, null, null,
                null, null, null, MOST, from));
            page.getItems().forEach(ticket -> bySubject.put(ticket.getSubject(), ticket));
            after = Boolean.TRUE.equals(page.getMeta().getHasMore()) ? cursor(page.getLinks().getNext()) : null;
        } while (after != null);
        return bySubject;
    }

    private static String cursor(String next) {
        for (String parameter : URI.create(next).getRawQuery().split("&")) {
            String plain = URLDecoder.decode(parameter, StandardCharsets.UTF_8);
            if (plain.startsWith(AFTER)) {
                return plain.substring(AFTER.length());
            }
        }
        return null;
    }

    /** On the portal the requester files it himself; what comes in otherwise is taken down by an agent. */
    private Ticket file(DemoData.Ticket ticket) {
        DemoData.Requester requester = ticket.requester();
        NewTicket draft = new NewTicket().type(ticket.type()).category(ticket.category()).subject(ticket.subject()).description(ticket.description())
            .requester(new NewRequester().name(requester.name()).email(requester.email()).phone(requester.phone()).locale(requester.locale()))
            .fields(ticket.fields()).consents(given(ticket));
        boolean himself = DemoData.PORTAL.equals(ticket.channel());
        return DemoPeople.call(data.place(ticket), () -> {
            if (himself) {
                return people.guest().createTicket(draft, DemoPeople.key());
            }
            return people.staff(clerk).createTicket(draft.channel(Channel.fromValue(ticket.channel())).priority(priority(ticket)).tags(ticket.tags()), DemoPeople.key());
        });
    }

    /** What the requester says yes to, in the text of today. */
    private List<GivenConsent> given(DemoData.Ticket ticket) {
        if (ticket.consents().isEmpty()) {
            return List.of();
        }
        return DemoPeople.call(data.place(ticket), () -> people.catalogue().getCatalogue()).getConsents().stream().filter(notice -> ticket.consents().contains(notice.getKey()))
            .map(notice -> new GivenConsent().key(notice.getKey()).version(notice.getVersion()).digest(notice.getDigest())).toList();
    }

    /** Priority and tags are the desk's, not the requester's: for what came in by the portal somebody sets them afterwards. */
    private void sort(DemoData.Ticket ticket, UUID id, Long version, Priority priority, List<String> tags) {
        if (priority(ticket) != priority || !ticket.tags().equals(tags)) {
            DemoPeople.call(data.place(ticket), () -> people.staff(supervisor)
                .changeTicket(id, new TicketChange().priority(priority(ticket)).tags(ticket.tags()), etag(version)));
        }
    }

    /** How many steps are played already: all up to the last one whose words stand in the ticket. */
    private int played(DemoData.Ticket ticket, UUID id) {
        Set<String> said = new HashSet<>();
        for (Message message : DemoPeople.call(data.place(ticket), () -> people.staff(clerk).listMessages(id, MOST, null)).getItems()) {
            said.add(message.getBody());
        }
        int played = ticket.steps().size();
        while (played > 0 && !said.contains(ticket.steps().get(played - 1).body())) {
            played--;
        }
        return played;
    }

    private void play(DemoData.Ticket ticket, UUID id, int from) {
        for (DemoData.Step step : ticket.steps().subList(from, ticket.steps().size())) {
            TicketsApi actor = DemoData.CUSTOMER.equals(step.by()) ? people.customer(ticket.requester().email()) : people.staff(step.by());
            DemoPeople.call(data.place(ticket, step), () -> {
                if (step.body() != null) {
                    return actor.createMessage(id, new NewMessage().kind(step.kind() == null ? null : MessageKind.fromValue(step.kind())).body(step.body())
                        .status(step.status()), DemoPeople.key());
                }
                TicketChange change = new TicketChange().status(step.status());
                if (step.assign() != null) {
                    change.assigneeId(people.id(step.assign()).toString());
                }
                return actor.changeTicket(id, change, etag(actor.getTicket(id).getVersion()));
            });
        }
    }

    private static Priority priority(DemoData.Ticket ticket) {
        return ticket.priority() == null ? Priority.NORMAL : Priority.fromValue(ticket.priority());
    }

    private static String etag(Long version) {
        return "\"" + version + "\"";
    }
}
