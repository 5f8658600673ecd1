package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.InboundChannel;
import dev.pledgedesk.client.model.InboundMessage;
import dev.pledgedesk.client.model.JoinInboundMessage;
import dev.pledgedesk.client.model.Message;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.OutgoingMail;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Channels;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.MailHost;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.SmsGateway;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Mail and text messages by a vendor's own servers, out and in. */
class ChannelsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** A tenant of its own, whose channels a test sets up. */
    private record Desk(Vendor vendor, Visitor admin, Visitor agent) {

        static Desk made() throws ApiException {
            String key = "channels-" + UUID.randomUUID().toString().substring(24);
            Folder.of("smart-appliance").without("training.yaml").as(key, key + ".localhost").apply();
            Channels.secret(key, "mailbox", MailHost.PASSWORD);
            Channels.secret(key, "gateway", SmsGateway.SECRET);
            Vendor vendor = Vendor.at(key, key + ".localhost");
            return new Desk(vendor, vendor.newStaff("tenant-administrator").visitor(), vendor.newStaff("agent", "supervisor").visitor());
        }

        Desk with(String plugin, Map<String, Map<String, Object>> uses) throws ApiException {
            Channels.on(admin, plugin, uses);
            return this;
        }

        Desk withMail(MailHost host) throws ApiException {
            return with("mail", Map.of("smtp", host.smtp("mailbox"), "imap", host.imap("mailbox")));
        }

        List<InboundMessage> inbound() throws ApiException {
            return agent.inbound().listInboundMessages(null, 100, null).getItems();
        }

        InboundMessage awaitInbound(Predicate<InboundMessage> which) {
            return await("a message that came in").atMost(SOON).until(() -> inbound().stream().filter(which).findFirst().orElse(null), found -> found != null);
        }

        List<Message> messages(UUID ticket) throws ApiException {
            return agent.tickets().listMessages(ticket, 100, null).getItems();
        }

        Message awaitMessage(UUID ticket, Predicate<Message> which) {
            return await("a message in the ticket").atMost(SOON).until(() -> messages(ticket).stream().filter(which).findFirst().orElse(null), found -> found != null);
        }

        InboundChannel channel(String key) throws ApiException {
            return agent.inbound().listInboundChannels().getItems().stream().filter(c -> c.getChannel().equals(key)).findFirst().orElse(null);
        }
    }

    private static String mail(String from, String subject, String headers, String text) {
        return "From: " + from + "\nTo: desk@vendor.example\nMessage-ID: <" + UUID.randomUUID() + "@customer.example>\nSubject: " + subject + "\n" + headers + "\n" + text;
    }

    @Test
    void aConversationByMail() throws Exception {
        String customer = "zhang-" + UUID.randomUUID().toString().substring(30) + "@customer.example";
        try (MailHost host = new MailHost("desk@vendor.example")) {
            Desk desk = Desk.made().withMail(host);
            String first = mail("Zhang San <" + customer + ">", "=?UTF-8?B?54Ot5rC05Zmo5LiN54Ot?=", "Authentication-Results: " + MailHost.NAME + "; dmarc=pass header.from=customer.example\nContent-Type: multipart/mixed; boundary=x\n",
                    "--x\nContent-Type: text/plain; charset=utf-8\n\n还是没有热水 since Monday\n--x\nContent-Type: image/jpeg; name=photo.jpg\nContent-Transfer-Encoding: base64\n\n/9j/4AAQSkZJRg==\n--x--\n");
            host.comes(first);
            UUID id = desk.awaitInbound(m -> m.getState() == InboundMessage.StateEnum.FILED).getTicketId();
            Ticket ticket = desk.agent().tickets().getTicket(id);
            assertThat(ticket.getChannel()).isEqualTo(Channel.EMAIL);
            assertThat(ticket.getSubject()).isEqualTo("热水器不热");
            assertThat(ticket.getRequester().getName()).isEqualTo("Zhang San");
            assertThat(desk.messages(id)).singleElement().satisfies(m -> {
                assertThat(m.getBody()).isEqualTo("还是没有热水 since Monday");
                assertThat(m.getAttachments()).singleElement().satisfies(f -> assertThat(f.getFileName()).isEqualTo("photo.jpg"));
            });
            MimeMessage received = host.await(customer, 1);
            assertThat(received.getSubject()).contains(ticket.getNumber());
            assertThat(received.getReplyTo()[0]).hasToString("desk@vendor.example");

            desk.agent().tickets().createMessage(id, new NewMessage().kind(MessageKind.PUBLIC_REPLY).body("Please read us the code on its display."), Vendor.newKey());
            desk.agent().tickets().changeTicket(id, new TicketChange().status("solved"), "\"" + desk.agent().tickets().getTicket(id).getVersion() + "\"");
            MimeMessage answered = host.await(customer, 2);
            host.answers(answered, customer, "It says E04.\n\nOn Mon, 2 Mar 2026 at 10:00, Desk <desk@vendor.example> wrote:\n> Please read us the code on its display.\n");
            Message heard = desk.awaitMessage(id, m -> m.getBody().contains("E04"));
            assertThat(heard.getBody()).as("what it repeats is cut").isEqualTo("It says E04.");
            assertThat(heard.getKind()).isEqualTo(MessageKind.PUBLIC_REPLY);
            assertThat(heard.getChannel()).isEqualTo(Channel.EMAIL);
            assertThat(desk.agent().tickets().getTicket(id).getStatusCategory().getValue()).as("an answer opens it again").isEqualTo("open");

            host.comes(first);
            host.comes(mail("Zhang San <" + customer + ">", "Another matter", "", "My oven."));
            InboundMessage other = desk.awaitInbound(m -> m.getState() == InboundMessage.StateEnum.FILED && !m.getTicketId().equals(id));
            assertThat(desk.agent().tickets().getTicket(other.getTicketId()).getRequester().getId()).as("the same customer").isEqualTo(ticket.getRequester().getId());
            host.comes(mail("\"Click here https://evil.example\" <victim@customer.example>", "Hello", "", "x"));
            assertThat(host.await("victim@customer.example", 1).getContent().toString()).as("nobody is sent a stranger's words").doesNotContain("evil.example");
            assertThat(desk.inbound()).as("the first one, which came again, took effect once").hasSize(4);
            assertThat(desk.vendor().staff("privacy-officer").visitor().mails().listOutgoingMails(10, null).getItems()).extracting(OutgoingMail::getCarrier).contains("mail/smtp");
        }
    }

    @Test
    void whatCannotBeTrustedWaitsAndNothingGoesRound() throws Exception {
        String customer = "li-" + UUID.randomUUID().toString().substring(30) + "@customer.example";
        try (MailHost host = new MailHost("desk@vendor.example")) {
            Desk desk = Desk.made().withMail(host);
            host.comes(mail("Li Na <" + customer + ">", "No water", "Authentication-Results: " + MailHost.NAME + "; dmarc=pass\n", "None at all."));
            UUID id = desk.awaitInbound(m -> m.getState() == InboundMessage.StateEnum.FILED).getTicketId();
            String number = desk.agent().tickets().getTicket(id).getNumber();
            MimeMessage ours = host.await(customer, 1);

            host.answers(ours, "colleague@customer.example", "I write for Li Na: it drips.");
            host.comes(mail("Li Na <" + customer + ">", "Re: " + number, "Authentication-Results: " + MailHost.NAME + "; dmarc=fail\n", "Send the money to me."));
            host.comes(mail("Li Na <" + customer + ">", "Re: " + number, "", "A number alone proves nothing."));
            host.comes(mail("Li Na <" + customer + ">", "Re: " + number, "Authentication-Results: " + MailHost.NAME + "; dmarc=pass\n", "But this is me."));
            host.answers(ours, customer, "I am away until Monday.", "Auto-Submitted", "auto-replied");
            desk.awaitMessage(id, m -> m.getBody().contains("I am away until Monday."));
            assertThat(desk.messages(id)).filteredOn(m -> m.getBody().contains("I am away")).allMatch(m -> m.getKind() == MessageKind.INTERNAL_NOTE);
            assertThat(desk.messages(id)).extracting(Message::getBody).contains("But this is me.").doesNotContain("Send the money to me.", "A number alone proves nothing.");
            assertThat(desk.inbound()).filteredOn(m -> m.getState() == InboundMessage.StateEnum.FILED).as("it becomes a ticket of its own").hasSize(2);
            assertThat(host.to(customer)).as("a machine gets no answer").hasSizeLessThanOrEqualTo(2);

            InboundMessage colleague = desk.awaitInbound(m -> m.getReason() == InboundMessage.ReasonEnum.OTHER_SENDER);
            assertThat(colleague.getTicketId()).isEqualTo(id);
            assertThat(colleague.getSender()).as("masked").doesNotContain("colleague");
            Refusal unknown = Refusal.of(() -> desk.agent().inbound().joinInboundMessage(colleague.getId(), new JoinInboundMessage().number("SMA-2020-999999"), version(colleague), Vendor.newKey()));
            assertThat(unknown.status()).isEqualTo(422);
            assertThat(unknown.pointers()).containsExactly("/number");
            assertThat(desk.agent().inbound().joinInboundMessage(colleague.getId(), new JoinInboundMessage().number(number), version(colleague), Vendor.newKey()).getBody()).isNull();
            assertThat(desk.messages(id)).filteredOn(m -> m.getBody().contains("it drips")).singleElement().satisfies(m -> assertThat(m.getKind()).isEqualTo(MessageKind.INTERNAL_NOTE));
            assertThat(Refusal.of(() -> desk.agent().inbound().dismissInboundMessage(colleague.getId(), "\"" + (colleague.getVersion() + 1) + "\"", Vendor.newKey())).status()).as("decided already").isEqualTo(409);

            InboundMessage forged = desk.awaitInbound(m -> m.getReason() == InboundMessage.ReasonEnum.SUSPECT);
            assertThat(forged.getBody()).isEqualTo("Send the money to me.");
            assertThat(Refusal.of(() -> desk.agent().inbound().dismissInboundMessage(forged.getId(), "\"77\"", Vendor.newKey())).status()).isEqualTo(412);
            desk.agent().inbound().dismissInboundMessage(forged.getId(), version(forged), Vendor.newKey());
            assertThat(desk.agent().inbound().getInboundMessage(forged.getId()).getBody()).isNull();

            Visitor stranger = Vendor.art().newStaff("agent").visitor();
            assertThat(Refusal.of(() -> stranger.inbound().getInboundMessage(forged.getId())).status()).isEqualTo(404);
        }
    }

    private static String version(InboundMessage m) {
        return "\"" + m.getVersion() + "\"";
    }

    @Test
    void mailsThatComeBackAreToldAndTokensEndAtTheWall() throws Exception {
        String customer = "wu-" + UUID.randomUUID().toString().substring(30) + "@customer.example";
        try (MailHost host = new MailHost("desk@vendor.example"); MailHost elsewhere = new MailHost("desk@other.example")) {
            Desk desk = Desk.made().withMail(host);
            Desk other = Desk.made().withMail(elsewhere);
            Ticket ticket = Drafts.filed(desk.vendor(), customer, "It hums");
            desk.agent().tickets().changeTicket(ticket.getId(), new TicketChange().assigneeId(desk.agent().identity().getMe().getId()), "\"" + ticket.getVersion() + "\"");
            MimeMessage ours = host.await(customer, 1);
            host.comes("From: MAILER-DAEMON@mx.customer.example\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nNo.\n--b\n"
                    + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.customer.example\n\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such mailbox\n\n--b\n"
                    + "Content-Type: message/rfc822\n\nMessage-ID: " + ours.getMessageID() + "\nSubject: s\n\nt\n--b--\n");
            Message note = desk.awaitMessage(ticket.getId(), m -> m.getBody().contains("5.1.1 550 no such mailbox"));
            assertThat(note.getKind()).isEqualTo(MessageKind.INTERNAL_NOTE);
            assertThat(desk.vendor().mails().to(customer)).first().satisfies(m -> assertThat(m.getState()).isEqualTo(OutgoingMail.StateEnum.RETURNED));
            assertThat(desk.agent().promises().listNotices(true, 10, null).getItems()).anyMatch(n -> n.getKind().equals("message-lost"));

            elsewhere.answers(ours, customer, "To the wrong desk.");
            UUID there = other.awaitInbound(m -> m.getState() == InboundMessage.StateEnum.FILED).getTicketId();
            assertThat(other.messages(there)).singleElement().satisfies(m -> assertThat(m.getBody()).isEqualTo("To the wrong desk."));
            assertThat(desk.messages(ticket.getId())).extracting(Message::getBody).doesNotContain("To the wrong desk.");
        }
    }

    @Test
    void aMailboxThatIsAwayIsToldAndLosesNothing() throws Exception {
        try (MailHost host = new MailHost("desk@vendor.example")) {
            Desk desk = Desk.made();
            Map<String, Object> wrong = new HashMap<>(host.imap("mailbox"));
            wrong.put("user", "nobody");
            Refusal refused = Refusal.of(() -> Channels.on(desk.admin(), "mail", Map.of("imap", wrong)));
            assertThat(refused.status()).as("it has to work before it is used").isEqualTo(422);
            desk.withMail(host);
            await().atMost(SOON).until(() -> desk.channel("mail/imap") != null && desk.channel("mail/imap").getLookedAt() != null);
            host.stop();
            desk.agent().inbound().lookIntoInboundChannel(desk.channel("mail/imap").getId(), Vendor.newKey());
            await().atMost(SOON).until(() -> desk.channel("mail/imap").getFailingSince() != null);
            host.start();
            host.comes(mail("Wang Wei <wang@customer.example>", "While you were away", "", "Here."));
            desk.agent().inbound().lookIntoInboundChannel(desk.channel("mail/imap").getId(), Vendor.newKey());
            desk.awaitInbound(m -> m.getState() == InboundMessage.StateEnum.FILED);
            assertThat(desk.channel("mail/imap").getFailingSince()).isNull();
        }
    }

    @Test
    void aConversationByTextMessage() throws Exception {
        String phone = "+86138" + String.format("%08d", Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
        try (SmsGateway gateway = new SmsGateway()) {
            Desk desk = Desk.made().with("sms", Map.of("out", gateway.out("gateway"), "in", gateway.in("gateway")));
            Ticket ticket = desk.agent().tickets().createTicket(Drafts.question("It leaks").requester(new NewRequester().name("Chen").phone(phone).locale("en")).channel(Channel.PHONE), Vendor.newKey());
            await().atMost(SOON).until(() -> gateway.sent().size() == 1);
            assertThat(gateway.sent().get(0).to()).isEqualTo(phone);
            assertThat(gateway.sent().get(0).text()).contains(ticket.getNumber()).contains("/t/");
            desk.agent().tickets().createMessage(ticket.getId(), new NewMessage().kind(MessageKind.PUBLIC_REPLY).body("A secret of ours"), Vendor.newKey());
            await().atMost(SOON).until(() -> gateway.sent().size() == 2);
            assertThat(gateway.sent().get(1).text()).as("an answer's words are not for the networks").doesNotContain("secret of ours").contains("/t/");

            gateway.comes(phone, "还在漏");
            Message heard = desk.awaitMessage(ticket.getId(), m -> m.getBody().equals("还在漏"));
            assertThat(heard.getChannel()).isEqualTo(Channel.SMS);
            gateway.comes("+8613911112222", "我的冰箱坏了");
            InboundMessage stranger = desk.awaitInbound(m -> m.getState() == InboundMessage.StateEnum.FILED);
            assertThat(desk.agent().tickets().getTicket(stranger.getTicketId()).getSubject()).isEqualTo("我的冰箱坏了");

            gateway.reports(gateway.sent().get(1).reference(), false, "switched off");
            desk.awaitMessage(ticket.getId(), m -> m.getBody().contains("switched off"));
            Ticket unreachable = desk.agent().tickets().createTicket(Drafts.question("Whose number is gone").requester(new NewRequester().name("Gone").phone(SmsGateway.absent()).locale("en")).channel(Channel.PHONE), Vendor.newKey());
            desk.awaitMessage(unreachable.getId(), m -> m.getBody().contains("no such number"));
        }
    }
}
