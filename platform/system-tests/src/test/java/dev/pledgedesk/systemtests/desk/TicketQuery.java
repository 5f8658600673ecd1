package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.StatusCategory;
import dev.pledgedesk.client.model.TicketOrder;
import dev.pledgedesk.client.model.TicketPage;
import dev.pledgedesk.client.model.TicketSummary;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A question to the ticket list, with only what it asks for.
 *
 * @param words      to search for
 * @param categories status categories
 * @param assignee   id, {@code me} or {@code none}
 * @param requester  customer
 * @param tag        a tag
 * @param order      of the list
 * @param size       rows per page
 */
public record TicketQuery(String words, List<StatusCategory> categories, String assignee, UUID requester, String tag, TicketOrder order, Integer size) {

    /** Everything, newest first. */
    public static final TicketQuery ALL = new TicketQuery(null, null, null, null, null, null, 50);

    public static TicketQuery search(String words) {
        return new TicketQuery(words, null, null, null, null, null, 50);
    }

    public TicketQuery ofRequester(UUID id) {
        return new TicketQuery(words, categories, assignee, id, tag, order, size);
    }

    public TicketQuery assignedTo(String id) {
        return new TicketQuery(words, categories, id, requester, tag, order, size);
    }

    public TicketQuery tagged(String text) {
        return new TicketQuery(words, categories, assignee, requester, text, order, size);
    }

    public TicketQuery in(StatusCategory... some) {
        return new TicketQuery(words, List.of(some), assignee, requester, tag, order, size);
    }

    public TicketQuery by(TicketOrder other) {
        return new TicketQuery(words, categories, assignee, requester, tag, other, size);
    }

    public TicketQuery pagesOf(int rows) {
        return new TicketQuery(words, categories, assignee, requester, tag, order, rows);
    }

    /** One page behind a cursor, null for the first. */
    public TicketPage page(Visitor visitor, String after) throws ApiException {
        return visitor.tickets().listTickets(words, null, categories, null, null, null, null, null, assignee, requester, tag, null, order, size, after);
    }

    /** Ids of the first page. */
    public List<UUID> ids(Visitor visitor) throws ApiException {
        return page(visitor, null).getItems().stream().map(TicketSummary::getId).toList();
    }

    /** Ids of all pages, with something done between each two. */
    public List<UUID> allIds(Visitor visitor, Refusal.Call between) throws ApiException {
        List<UUID> ids = new ArrayList<>();
        String after = null;
        do {
            TicketPage page = page(visitor, after);
            page.getItems().forEach(row -> ids.add(row.getId()));
            after = Boolean.TRUE.equals(page.getMeta().getHasMore()) ? cursor(page.getLinks().getNext()) : null;
            between.make();
        } while (after != null);
        return ids;
    }

    /** The cursor in a link to the next page. */
    public static String cursor(String next) {
        for (String parameter : next.substring(next.indexOf('?') + 1).split("&")) {
            String[] pair = parameter.split("=", 2);
            if (URLDecoder.decode(pair[0], StandardCharsets.UTF_8).equals("page[after]")) {
                return URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no cursor in " + next);
    }
}
