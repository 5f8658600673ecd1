package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.HistoryEntry;
import dev.pledgedesk.client.model.LinkKind;
import dev.pledgedesk.client.model.Merge;
import dev.pledgedesk.client.model.Message;
import dev.pledgedesk.client.model.NewLink;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.Person;
import dev.pledgedesk.client.model.Split;
import dev.pledgedesk.client.model.StatusCategory;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.client.model.TicketLink;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tickets that belong together: links, merging, splitting, and the staff who follow them. */
class TicketRelationsIT {

    private final Vendor art = Vendor.art();
    private final Vendor.Account agent = art.staff("agent");
    private final Visitor desk = agent.visitor();

    @Test
    void linksHoldBothEndsAndGoAgain() throws ApiException {
        Ticket one = Drafts.filed(art, "link one");
        Ticket two = Drafts.filed(art, "link two");
        desk.tickets().createLink(one.getId(), new NewLink().ticketId(two.getId()).kind(LinkKind.CAUSED_BY), Vendor.newKey());
        desk.tickets().createLink(one.getId(), new NewLink().ticketId(two.getId()).kind(LinkKind.CAUSED_BY), Vendor.newKey());
        assertThat(desk.tickets().getTicket(one.getId()).getLinks()).as("twice is as good as once").singleElement().satisfies(link -> {
            assertThat(link.getTicketId()).isEqualTo(two.getId());
            assertThat(link.getNumber()).isEqualTo(two.getNumber());
            assertThat(link.getKind()).isEqualTo(LinkKind.CAUSED_BY);
        });
        assertThat(desk.tickets().getTicket(two.getId()).getLinks()).extracting(TicketLink::getTicketId).containsExactly(one.getId());
        assertThat(Refusal.of(() -> desk.tickets().createLink(one.getId(), new NewLink().ticketId(one.getId()).kind(LinkKind.RELATES_TO), Vendor.newKey()))
                .pointers()).containsExactly("/ticketId");
        desk.tickets().removeLink(one.getId(), two.getId());
        assertThat(desk.tickets().getTicket(one.getId()).getLinks()).isNullOrEmpty();
        assertThat(desk.tickets().getTicket(two.getId()).getLinks()).isNullOrEmpty();
    }

    @Test
    void aCustomerDoesNotLearnOfOthersByALink() throws ApiException {
        String mail = Vendor.newAddress();
        Ticket own = Drafts.filed(art, mail, "own");
        Ticket other = Drafts.filed(art, "of somebody else");
        desk.tickets().createLink(own.getId(), new NewLink().ticketId(other.getId()).kind(LinkKind.DUPLICATES), Vendor.newKey());
        Visitor customer = art.byLink(art.mails().link(mail, 1));
        assertThat(customer.tickets().getTicket(own.getId()).getLinks()).isNullOrEmpty();
    }

    @Test
    void mergingClosesOneAndGoesOnInTheOther() throws ApiException {
        String mail = Vendor.newAddress();
        Ticket first = Drafts.filed(art, mail, "merge first");
        Ticket second = Drafts.filed(art, mail, "merge second");
        Ticket stranger = Drafts.filed(art, "of somebody else");
        assertThat(Refusal.of(() -> merge(second, stranger)).pointers()).as("only of the same requester").containsExactly("/intoTicketId");
        assertThat(Refusal.of(() -> merge(second, second)).status()).isEqualTo(422);
        assertThat(Refusal.of(() -> desk.tickets().mergeTicket(second.getId(), new Merge().intoTicketId(first.getId()), null, Vendor.newKey())).status()).isEqualTo(428);

        assertThat(merge(second, first).getId()).isEqualTo(first.getId());
        Ticket gone = desk.tickets().getTicket(second.getId());
        assertThat(gone.getMergedInto()).isEqualTo(first.getId());
        assertThat(gone.getStatusCategory()).isEqualTo(StatusCategory.CLOSED);
        assertThat(desk.tickets().listHistory(first.getId(), null, null).getItems()).extracting(HistoryEntry::getField).contains("merged-from");
        assertThat(Refusal.of(() -> desk.tickets().createMessage(second.getId(), new NewMessage().body("here?"), Vendor.newKey())).status()).isEqualTo(409);
        assertThat(Refusal.of(() -> desk.tickets().changeTicket(second.getId(), new TicketChange().status("open"), "\"" + gone.getVersion() + "\"")).status())
                .isEqualTo(409);
    }

    private Ticket merge(Ticket ticket, Ticket into) throws ApiException {
        return desk.tickets().mergeTicket(ticket.getId(), new Merge().intoTicketId(into.getId()), "\"" + ticket.getVersion() + "\"", Vendor.newKey());
    }

    @Test
    void splittingMakesATicketOfOneMessage() throws ApiException {
        Ticket origin = Drafts.filed(art, Vendor.newAddress(), "two things at once");
        Message message = desk.tickets().listMessages(origin.getId(), null, null).getItems().get(0);
        Ticket part = desk.tickets().splitTicket(origin.getId(), new Split().messageId(message.getId()).subject("the second thing"), Vendor.newKey());
        assertThat(part.getRequester().getId()).isEqualTo(desk.tickets().getTicket(origin.getId()).getRequester().getId());
        assertThat(part.getNumber()).isNotEqualTo(origin.getNumber());
        assertThat(part.getLinks()).singleElement().satisfies(link -> {
            assertThat(link.getKind()).isEqualTo(LinkKind.SPLIT_FROM);
            assertThat(link.getTicketId()).isEqualTo(origin.getId());
        });
        assertThat(desk.tickets().listMessages(part.getId(), null, null).getItems()).extracting(Message::getBody).containsExactly(message.getBody());
        Refusal foreign = Refusal.of(() -> desk.tickets().splitTicket(part.getId(), new Split().messageId(message.getId()).subject("again"), Vendor.newKey()));
        assertThat(foreign.pointers()).as("a message of another ticket").containsExactly("/messageId");
    }

    @Test
    void staffFollowTickets() throws ApiException {
        Ticket filed = Drafts.filed(art, "watched");
        UUID colleague = art.staff("supervisor").id();
        desk.tickets().addWatcher(filed.getId(), colleague);
        desk.tickets().addWatcher(filed.getId(), colleague);
        assertThat(desk.tickets().getTicket(filed.getId()).getWatchers()).extracting(Person::getId).containsExactly(colleague);
        assertThat(Refusal.of(() -> desk.tickets().addWatcher(filed.getId(), UUID.randomUUID())).status()).isEqualTo(404);
        desk.tickets().removeWatcher(filed.getId(), colleague);
        desk.tickets().removeWatcher(filed.getId(), colleague);
        assertThat(desk.tickets().getTicket(filed.getId()).getWatchers()).isNullOrEmpty();
    }
}
