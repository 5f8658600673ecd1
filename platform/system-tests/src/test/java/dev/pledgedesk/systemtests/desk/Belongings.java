package dev.pledgedesk.systemtests.desk;

import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.PluginUse;
import dev.pledgedesk.client.model.Breach;
import dev.pledgedesk.client.model.Clock;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.client.model.BreachSeverity;
import dev.pledgedesk.client.model.Complaint;
import dev.pledgedesk.client.model.ComplaintForm;
import dev.pledgedesk.client.model.ComplaintTexts;
import dev.pledgedesk.client.model.DataRequestKind;
import dev.pledgedesk.client.model.IntegrationClient;
import dev.pledgedesk.client.model.NewBreach;
import dev.pledgedesk.client.model.NewComplaint;
import dev.pledgedesk.client.model.NewComplaintCase;
import dev.pledgedesk.client.model.NewCorrectiveAction;
import dev.pledgedesk.client.model.NewDataRequest;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.NewExternalIdentity;
import dev.pledgedesk.client.model.NewIntegrationClient;
import dev.pledgedesk.client.model.NewLegalHold;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewView;
import dev.pledgedesk.client.model.NewWebhook;
import dev.pledgedesk.client.model.Ticket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Things of one tenant, one of each kind that an operation can name in its path.
 *
 * @param ids    by name of the path parameter
 * @param ticket the ticket, of the customer with {@code mail}
 * @param mail   of that customer
 * @param file   uploaded and not yet claimed by a message
 * @param messageId of the ticket
 */
public record Belongings(Map<String, UUID> ids, Ticket ticket, String mail, UUID file, UUID messageId) {

    private static final String ISSUER = "https://login.example.com";

    /** Makes them; the visitor needs every permission. The vendor's configuration gets a provider, which is never asked. */
    public static Belongings of(Vendor vendor, Visitor visitor) throws ApiException {
        Folder.of(vendor.key()).with("identity.yaml", "providers:\n  - {key: probe, name: {en: Probe}, issuer: '" + ISSUER + "', clientId: desk, people: staff}\n").apply();
        String mail = Vendor.newAddress();
        UUID claimed = upload(visitor);
        Ticket ticket = Drafts.filed(vendor, mail, "of " + vendor.key());
        Ticket other = Drafts.filed(vendor, mail, "another of " + vendor.key());
        UUID message = visitor.tickets().createMessage(ticket.getId(), new NewMessage().body("with a file").addAttachmentIdsItem(claimed), Vendor.newKey()).getId();
        IntegrationClient client = visitor.identity().createApiClient(new NewIntegrationClient().name("probe").addRolesItem("integrator"), Vendor.newKey());
        UUID view = visitor.views().createView(new NewView().name("probe").filter("").shared(true), Vendor.newKey()).getId();
        UUID staff = vendor.staff("agent").id();
        UUID identity = visitor.externalIdentities().createExternalIdentity(staff, new NewExternalIdentity().issuer(ISSUER).subject(UUID.randomUUID().toString()),
                Vendor.newKey()).getId();
        UUID customer = visitor.tickets().getTicket(ticket.getId()).getRequester().getId();
        UUID hold = visitor.erasures().placeLegalHold(customer, new NewLegalHold().reason("probe"), Vendor.newKey()).getId();
        UUID request = visitor.dataRequests().takeDownDataRequest(customer, new NewDataRequest().kind(DataRequestKind.ACCESS).identityCheck("probe"), Vendor.newKey()).getId();
        visitor.readings().openCustomer(customer, new NewReading().purpose(NewReading.PurposeEnum.BREAK_GLASS).reason("probe of the wall"), Vendor.newKey());
        Breach breach = visitor.breaches().reportBreach(new NewBreach().title("probe").happened("probe").severity(BreachSeverity.MAJOR), Vendor.newKey());
        UUID alert = visitor.readings().listPrivacyAlerts(false, 1, null).getItems().get(0).getId();
        String me = visitor.identity().getMe().getId();
        visitor.tickets().changeTicket(other.getId(), new TicketChange().assigneeId(me), "\"" + other.getVersion() + "\"");
        visitor.tickets().createMessage(other.getId(), new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("soon over").promisedAt(Instant.now().plusSeconds(2)), Vendor.newKey());
        visitor.tickets().createMessage(ticket.getId(), new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("called").promisedAt(Instant.now().plusSeconds(3_600)), Vendor.newKey());
        UUID clock = visitor.promises().listTicketClocks(ticket.getId()).getItems().stream().filter(Clock::getKeepable).findFirst().orElseThrow().getId();
        await("somebody is told").atMost(Duration.ofSeconds(60)).until(() -> !visitor.promises().listNotices(true, 1, null).getItems().isEmpty());
        UUID notice = visitor.promises().listNotices(true, 1, null).getItems().get(0).getId();
        Complaint complaint = visitor.complaints().fileComplaint(new NewComplaint().ticketId(ticket.getId()).form(new ComplaintForm().texts(new ComplaintTexts().content("probe"))), Vendor.newKey());
        UUID asked = visitor.complaints().askDepartment(complaint.getId(), new NewComplaintCase().department("finance").question("probe"), Vendor.newKey()).getCases().get(0).getId();
        UUID action = visitor.correctiveActions().openCorrectiveAction(new NewCorrectiveAction().cause("attitude").title("probe").plan("probe").ownerId(UUID.fromString(me)).dueAt(Instant.now().plusSeconds(86_400))
                .checkAt(Instant.now().plusSeconds(172_800)), Vendor.newKey()).getId();
        UUID webhook = visitor.webhooks().createWebhook(new NewWebhook().name("probe").address("http://127.0.0.1:9/nobody").types(List.of("complaint.closed")), Vendor.newKey()).getId();
        UUID delivery = visitor.webhooks().testWebhook(webhook, Vendor.newKey()).getId();
        UUID inbound = cameIn(vendor, visitor);
        UUID channel = visitor.inbound().listInboundChannels().getItems().get(0).getId();
        Map<String, UUID> ids = Map.ofEntries(Map.entry("inboundId", inbound), Map.entry("channelId", channel), Map.entry("webhookId", webhook), Map.entry("deliveryId", delivery), Map.entry("complaintId", complaint.getId()), Map.entry("caseId", asked), Map.entry("actionId", action), Map.entry("clockId", clock), Map.entry("noticeId", notice), Map.entry("ticketId", ticket.getId()), Map.entry("otherTicketId", other.getId()), Map.entry("staffId", staff),
                Map.entry("identityId", identity), Map.entry("sessionId", visitor.access().listStaffSessions(staff).getItems().get(0).getId()), Map.entry("customerId", customer),
                Map.entry("holdId", hold), Map.entry("requestId", request), Map.entry("alertId", alert), Map.entry("breachId", breach.getId()),
                Map.entry("dutyId", breach.getDuties().isEmpty() ? UUID.randomUUID() : breach.getDuties().get(0).getId()), Map.entry("clientId", client.getId()), Map.entry("viewId", view),
                Map.entry("attachmentId", claimed));
        Map<String, UUID> all = new HashMap<>(ids);
        all.putAll(DutyBelongings.of(vendor, visitor, UUID.fromString(me), staff));
        return new Belongings(all, ticket, mail, upload(visitor), message);
    }

    /** A text message that somebody has sent, by a gateway that is there for a moment. */
    private static UUID cameIn(Vendor vendor, Visitor visitor) throws ApiException {
        Channels.secret(vendor.key(), "gateway", SmsGateway.SECRET);
        try (SmsGateway gateway = new SmsGateway()) {
            List<PluginUse> before = Channels.on(visitor, "sms", Map.of("in", gateway.in("gateway"))).getPlugins();
            gateway.comes("+8613800001111", "of " + vendor.key());
            await("it came in").atMost(Duration.ofSeconds(60)).until(() -> !visitor.inbound().listInboundMessages(null, 1, null).getItems().isEmpty());
            Channels.put(visitor, before);
        }
        return visitor.inbound().listInboundMessages(null, 1, null).getItems().get(0).getId();
    }

    private static UUID upload(Visitor visitor) throws ApiException {
        try {
            Path file = Files.writeString(Files.createTempFile("belonging", ".txt"), "of one tenant");
            UUID id = visitor.attachments().uploadAttachment("of one tenant.txt", file.toFile()).getId();
            Files.delete(file);
            return id;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
