package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.MessagePage;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.client.model.TicketOrder;
import dev.pledgedesk.client.model.TicketPage;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages by cursor: nothing is missed and nothing comes twice while others write. */
class PagingIT {

    private final Vendor art = Vendor.art();
    private final Visitor desk = art.staff("agent").visitor();
    private final String mail = Vendor.newAddress();

    @Test
    void allPagesTogetherAreTheListAlthoughNewTicketsArrive() throws ApiException {
        List<UUID> newestFirst = file(11);
        UUID requester = desk.tickets().getTicket(newestFirst.get(0)).getRequester().getId();
        TicketQuery query = TicketQuery.ALL.ofRequester(requester).pagesOf(4);

        List<UUID> paged = query.allIds(desk, () -> Drafts.filed(art, mail, "arrives meanwhile"));
        assertThat(paged).containsExactlyElementsOf(newestFirst);

        List<UUID> oldestFirst = query.by(TicketOrder.CREATED_AT).allIds(desk, () -> { });
        Collections.reverse(newestFirst);
        assertThat(oldestFirst).as("the late ones are at the end").startsWith(newestFirst.toArray(UUID[]::new)).hasSize(14).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfUpdatesPagesToo() throws ApiException {
        List<UUID> ids = file(6);
        Ticket touched = desk.tickets().getTicket(ids.get(5));
        desk.tickets().changeTicket(touched.getId(), new TicketChange().addTagsItem("touched"), "\"" + touched.getVersion() + "\"");
        List<UUID> byUpdate = TicketQuery.ALL.ofRequester(touched.getRequester().getId()).by(TicketOrder._UPDATED_AT).pagesOf(2).allIds(desk, () -> { });
        assertThat(byUpdate).containsExactly(ids.get(5), ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(4));
    }

    @Test
    void theLastPageHasNoNext() throws ApiException {
        file(2);
        UUID requester = desk.identity().findCustomers(mail).getItems().get(0).getId();
        TicketPage first = TicketQuery.ALL.ofRequester(requester).pagesOf(1).page(desk, null);
        assertThat(first.getMeta().getHasMore()).isTrue();
        assertThat(first.getLinks().getNext()).startsWith("/api/v1/tickets?");
        TicketPage followed = next(first.getLinks().getNext());
        assertThat(followed.getItems()).hasSize(1);
        assertThat(followed.getMeta().getHasMore()).isFalse();
        assertThat(followed.getLinks() == null ? null : followed.getLinks().getNext()).isNull();
    }

    /** As a program does that knows nothing of cursors: it follows the link. */
    private TicketPage next(String link) throws ApiException {
        var answer = desk.send("GET", link, null);
        assertThat(answer.status()).isEqualTo(200);
        try {
            return dev.pledgedesk.client.ApiClient.createDefaultObjectMapper().readValue(answer.body(), TicketPage.class);
        } catch (java.io.IOException notAPage) {
            throw new AssertionError(answer.text(), notAPage);
        }
    }

    @Test
    void aLongConversationPagesInItsOrder() throws ApiException {
        UUID ticket = file(1).get(0);
        for (int i = 1; i <= 7; i++) {
            desk.tickets().createMessage(ticket, new NewMessage().body("message " + i), Vendor.newKey());
        }
        List<String> bodies = new ArrayList<>();
        String after = null;
        do {
            MessagePage page = desk.tickets().listMessages(ticket, 3, after);
            page.getItems().forEach(m -> bodies.add(m.getBody()));
            after = page.getMeta().getHasMore() ? TicketQuery.cursor(page.getLinks().getNext()) : null;
        } while (after != null);
        assertThat(bodies).hasSize(8).endsWith("message 1", "message 2", "message 3", "message 4", "message 5", "message 6", "message 7");
    }

    private List<UUID> file(int count) throws ApiException {
        List<UUID> newestFirst = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            newestFirst.add(0, Drafts.filed(art, mail, "page " + i).getId());
        }
        return newestFirst;
    }
}
