package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.HistoryEntry;
import dev.pledgedesk.client.model.Message;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.OutgoingMail;
import dev.pledgedesk.client.model.StatusCategory;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketAction;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The main job: a ticket travels from a customer to an agent and back. */
class TicketJourneyIT {

    private final Vendor art = Vendor.art();
    private final Vendor.Account agent = art.staff("agent");
    private final Visitor desk = agent.visitor();

    @Test
    void aGuestsTicketTravelsToAnAgentAndBack() throws ApiException {
        String mail = Vendor.newAddress();
        Ticket filed = Drafts.filed(art, mail, "我的作品无法上传 the upload stops at 90 %");
        assertThat(filed.getNumber()).matches("ART-20[0-9]{2}-[0-9]{6,}");
        assertThat(filed.getStatusCategory()).isEqualTo(StatusCategory.NEW);
        assertThat(filed.getAssignee()).isNull();
        assertThat(TicketQuery.ALL.in(StatusCategory.NEW).ids(desk)).as("in the agents' queue at once").contains(filed.getId());

        Ticket assigned = desk.tickets().changeTicket(filed.getId(), new TicketChange().assigneeId(agent.id().toString()).team("artist-care")
                .category("works"), etag(filed));
        assertThat(assigned.getAssignee().getId()).isEqualTo(agent.id());
        assertThat(assigned.getVersion()).isGreaterThan(filed.getVersion());
        assertThat(TicketQuery.ALL.assignedTo("me").ids(desk)).contains(filed.getId());

        say(desk, filed.getId(), MessageKind.INTERNAL_NOTE, "内部备注：像素超限, do not tell the artist yet", null);
        say(desk, filed.getId(), MessageKind.PUBLIC_REPLY, "Please save it as JPEG. 请另存为 JPEG。", "pending");
        Ticket pending = desk.tickets().getTicket(filed.getId());
        assertThat(pending.getStatus()).isEqualTo("pending");
        assertThat(bodies(desk, filed.getId())).hasSize(3);

        Visitor byLink = art.byLink(art.mails().link(mail, 2));
        seesThePublicPartOnly(byLink, filed);
        say(byLink, filed.getId(), null, "好的，已经另存为 JPEG。", null);
        assertThat(desk.tickets().getTicket(filed.getId()).getStatus()).as("the reply wakes a ticket that waits").isEqualTo("open");

        say(desk, filed.getId(), MessageKind.PUBLIC_REPLY, "Uploaded, it is online.", "solved");
        Ticket solved = byLink.tickets().getTicket(filed.getId());
        assertThat(solved.getActions()).contains(TicketAction.CLOSE, TicketAction.REOPEN, TicketAction.REPLY).doesNotContain(TicketAction.NOTE, TicketAction.ASSIGN);
        Ticket reopened = byLink.tickets().changeTicket(filed.getId(), new TicketChange().status("open"), etag(solved));
        assertThat(reopened.getStatusCategory()).isEqualTo(StatusCategory.OPEN);
        Ticket closed = byLink.tickets().changeTicket(filed.getId(), new TicketChange().status("solved"), etag(reopened));
        assertThat(closed.getStatusCategory()).isEqualTo(StatusCategory.SOLVED);
        say(byLink, filed.getId(), null, "One more thing, the title is wrong.", null);
        assertThat(desk.tickets().getTicket(filed.getId()).getStatusCategory()).as("a reply reopens a solved ticket").isEqualTo(StatusCategory.OPEN);

        List<HistoryEntry> history = desk.tickets().listHistory(filed.getId(), 100, null).getItems();
        assertThat(history).filteredOn(h -> h.getField().equals("status")).extracting(HistoryEntry::getAfter)
                .containsExactly("open", "solved", "open", "solved", "open", "pending");
        assertThat(history).extracting(HistoryEntry::getField).contains("assignee", "category", "status");
        assertThat(history).filteredOn(h -> h.getField().equals("assignee")).singleElement()
                .satisfies(h -> assertThat(h.getActor().getId()).isEqualTo(agent.id()));
    }

    private void seesThePublicPartOnly(Visitor customer, Ticket filed) throws ApiException {
        assertThat(bodies(customer, filed.getId())).hasSize(2).noneMatch(b -> b.contains("内部备注"));
        Ticket seen = customer.tickets().getTicket(filed.getId());
        assertThat(seen.getWatchers()).isNullOrEmpty();
        assertThat(Refusal.of(() -> customer.tickets().listHistory(filed.getId(), null, null)).status()).isEqualTo(403);
        assertThat(TicketQuery.ALL.ids(customer)).containsExactly(filed.getId());
        UUID other = Drafts.filed(art, "somebody else's").getId();
        assertThat(Refusal.of(() -> customer.tickets().getTicket(other)).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> customer.tickets().listMessages(other, null, null)).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> customer.tickets().createMessage(filed.getId(), new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("note"),
                Vendor.newKey())).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> customer.tickets().changeTicket(filed.getId(), new TicketChange().priority(
                dev.pledgedesk.client.model.Priority.URGENT), etag(seen))).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> customer.tickets().createTicket(Drafts.question("by link"), Vendor.newKey())).status())
                .as("a link opens one ticket, it does not sign in").isEqualTo(403);
    }

    @Test
    void aSignedInCustomersTicketTravelsToAnAgentAndBack() throws ApiException {
        String mail = Vendor.newAddress();
        Visitor customer = Drafts.customer(art, mail, "first question");
        assertThat(customer.identity().getMe().getKind().getValue()).isEqualTo("customer");

        Ticket filed = customer.tickets().createTicket(Drafts.question("second question"), Vendor.newKey());
        assertThat(TicketQuery.ALL.ids(customer)).as("both of his, newest first").hasSize(2).startsWith(filed.getId());
        say(desk, filed.getId(), MessageKind.INTERNAL_NOTE, "a note", null);
        Message answer = say(desk, filed.getId(), MessageKind.PUBLIC_REPLY, "the answer", null);
        assertThat(answer.getAuthor().getId()).isEqualTo(agent.id());
        assertThat(desk.tickets().getTicket(filed.getId()).getStatus()).as("the first answer opens it").isEqualTo("open");

        assertThat(bodies(customer, filed.getId())).hasSize(2).noneMatch(b -> b.contains("a note"));
        Ticket open = customer.tickets().getTicket(filed.getId());
        Ticket closed = customer.tickets().changeTicket(filed.getId(), new TicketChange().status("solved"), etag(open));
        Ticket again = customer.tickets().changeTicket(filed.getId(), new TicketChange().status("open"), etag(closed));
        assertThat(again.getStatusCategory()).isEqualTo(StatusCategory.OPEN);

        List<OutgoingMail> mails = art.mails().await(mail, 4);
        assertThat(mails.get(0).getSubject()).contains(filed.getNumber());
        assertThat(mails.get(0).getBody()).contains("the answer").doesNotContain("a note");
        assertThat(mails).allSatisfy(m -> assertThat(m.getBody()).as("an acknowledgement carries no stranger's words").doesNotContain("Text of"));
    }

    @Test
    void theAssigneeIsToldThatTheCustomerHasWritten() throws ApiException {
        String staffMail = Vendor.newAddress();
        Vendor.Account own = art.newStaff(new dev.pledgedesk.client.model.NewStaffMember().addRolesItem("agent").email(staffMail).locale("en"));
        String mail = Vendor.newAddress();
        Ticket filed = Drafts.filed(art, mail, "who answers?");
        own.visitor().tickets().changeTicket(filed.getId(), new TicketChange().assigneeId(own.id().toString()), etag(filed));
        say(art.byLink(art.mails().link(mail, 1)), filed.getId(), null, "hello?", null);
        OutgoingMail told = art.mails().await(staffMail, 1).get(0);
        assertThat(told.getSubject()).contains(filed.getNumber());
        assertThat(told.getBody()).contains("/console/tickets/" + filed.getId()).doesNotContain("hello?");
    }

    @Test
    void staffFileInACustomersNameByContact() throws ApiException {
        String mail = Vendor.newAddress();
        Ticket byPhone = desk.tickets().createTicket(Drafts.question("called us").channel(dev.pledgedesk.client.model.Channel.PHONE)
                .priority(dev.pledgedesk.client.model.Priority.HIGH).requester(Drafts.guest(mail)), Vendor.newKey());
        Ticket byMail = Drafts.filed(art, mail.toUpperCase(java.util.Locale.ROOT), "wrote to us");
        assertThat(byPhone.getChannel().getValue()).isEqualTo("phone");
        assertThat(byPhone.getPriority().getValue()).isEqualTo("high");
        assertThat(byMail.getChannel().getValue()).isEqualTo("portal");
        UUID customer = desk.identity().findCustomers(mail).getItems().get(0).getId();
        assertThat(byPhone.getRequester().getId()).as("one customer, however the address is written").isEqualTo(customer);
        assertThat(TicketQuery.ALL.ofRequester(customer).ids(desk)).containsExactly(byMail.getId(), byPhone.getId());
    }

    @Test
    void aGuestWithoutAContactIsRefused() {
        Refusal refusal = Refusal.of(() -> art.guest().tickets().createTicket(Drafts.question("nobody"), Vendor.newKey()));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.pointers()).containsExactly("/requester");
    }

    private static Message say(Visitor who, UUID ticket, MessageKind kind, String body, String status) throws ApiException {
        return who.tickets().createMessage(ticket, new NewMessage().kind(kind).body(body).status(status), Vendor.newKey());
    }

    private static List<String> bodies(Visitor who, UUID ticket) throws ApiException {
        return who.tickets().listMessages(ticket, 100, null).getItems().stream().map(Message::getBody).toList();
    }

    private static String etag(Ticket ticket) {
        return "\"" + ticket.getVersion() + "\"";
    }
}
