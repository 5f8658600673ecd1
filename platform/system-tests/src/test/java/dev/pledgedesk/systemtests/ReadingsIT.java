package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Customer;
import dev.pledgedesk.client.model.NewAlertReview;
import dev.pledgedesk.client.model.NewErasure;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.NewReading.PurposeEnum;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.PrivacyAlert;
import dev.pledgedesk.client.model.Reading;
import dev.pledgedesk.client.model.ReadingPurpose;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts are masked until somebody opens them for a purpose that lives; each opening can be looked up, and what is odd is told to the privacy officer. */
class ReadingsIT {

    private final String key = "purposeful-" + UUID.randomUUID().toString().substring(0, 8);
    private final Folder folder = Folder.of("art-platform").as(key, key + ".localhost");
    private final Vendor vendor = Vendor.at(key, key + ".localhost");
    private final String mail = Vendor.newAddress();
    private Vendor.Account agent;
    private Vendor.Account officer;
    private Ticket ticket;
    private UUID customer;

    @BeforeEach
    void file() throws ApiException {
        folder.with("privacy.yaml", "massReading: {customers: 2, minutes: 60}\n").apply();
        agent = vendor.newStaff("agent");
        officer = vendor.newStaff("privacy-officer");
        ticket = Drafts.filed(vendor, mail, "who am I");
        customer = requester(ticket);
    }

    private UUID requester(Ticket filed) throws ApiException {
        return agent.visitor().tickets().getTicket(filed.getId()).getRequester().getId();
    }

    private static Customer open(Visitor who, UUID customer, PurposeEnum purpose, UUID record, String reason) throws ApiException {
        return who.readings().openCustomer(customer, new NewReading().purpose(purpose).recordId(record).reason(reason), Vendor.newKey());
    }

    private Refusal refused(Visitor who, PurposeEnum purpose, UUID record, String reason) {
        return Refusal.of(() -> open(who, customer, purpose, record, reason));
    }

    private List<Reading> readings(UUID about) throws ApiException {
        return officer.visitor().readings().listReadings(about, null, null, null, null, null, null).getItems();
    }

    private List<PrivacyAlert> alerts(boolean all) throws ApiException {
        return officer.visitor().readings().listPrivacyAlerts(all, 100, null).getItems();
    }

    @Test
    void contactsAreMaskedUntilTheyAreOpenedForATicketThatIsNotClosed() throws ApiException {
        Visitor desk = agent.visitor();
        String masked = mail.charAt(0) + "•••" + mail.substring(mail.indexOf('@'));
        assertThat(desk.identity().getCustomer(customer).getEmail()).isEqualTo(masked);
        assertThat(desk.identity().findCustomers(mail).getItems()).singleElement().satisfies(c -> assertThat(c.getEmail()).isEqualTo(masked));
        assertThat(readings(customer)).as("who sees masks has opened nothing").isEmpty();

        Customer opened = open(desk, customer, PurposeEnum.TICKET, ticket.getId(), null);
        assertThat(opened.getEmail()).isEqualTo(mail);
        assertThat(readings(customer)).singleElement().satisfies(r -> {
            assertThat(r.getReader()).isEqualTo("staff/" + agent.id());
            assertThat(r.getPurpose()).isEqualTo(ReadingPurpose.TICKET);
            assertThat(r.getRecordName()).isEqualTo(ticket.getNumber());
        });

        Ticket others = Drafts.filed(vendor, "somebody else's");
        assertThat(refused(desk, PurposeEnum.TICKET, others.getId(), null).status()).isEqualTo(404);
        assertThat(refused(desk, PurposeEnum.TICKET, UUID.randomUUID(), null).status()).isEqualTo(404);
        assertThat(refused(desk, PurposeEnum.TICKET, null, null).pointers()).containsExactly("/recordId");
        assertThat(refused(desk, PurposeEnum.TICKET, ticket.getId(), "and a reason of my own").pointers()).containsExactly("/reason");
        assertThat(Refusal.of(() -> open(Vendor.art().staff("agent").visitor(), customer, PurposeEnum.BREAK_GLASS, null, "from next door")).status()).as("of another tenant").isEqualTo(404);
        assertThat(refused(vendor.newStaff("tenant-administrator").visitor(), PurposeEnum.TICKET, ticket.getId(), null).status()).isEqualTo(403);

        String key = Vendor.newKey();
        NewReading again = new NewReading().purpose(PurposeEnum.TICKET).recordId(ticket.getId());
        desk.readings().openCustomer(customer, again, key);
        Drafts.close(desk, ticket.getId());
        assertThat(Refusal.of(() -> desk.readings().openCustomer(customer, again, key)).status()).as("a kept answer would be an opening that nobody notes").isEqualTo(409);
        assertThat(refused(desk, PurposeEnum.TICKET, ticket.getId(), null)).satisfies(r -> {
            assertThat(r.status()).isEqualTo(409);
            assertThat(r.detail()).contains("is over");
        });
        assertThat(readings(customer)).as("what was refused is no opening").hasSize(2);
    }

    @Test
    void aNameThatNobodyToldSaysNoMoreThanTheMask() throws ApiException {
        String told = Vendor.newAddress();
        Ticket filed = agent.visitor().tickets().createTicket(Drafts.question("nameless").requester(new NewRequester().email(told).locale("en")), Vendor.newKey());
        Customer nameless = agent.visitor().identity().getCustomer(filed.getRequester().getId());
        assertThat(nameless.getName()).isEqualTo(told.charAt(0) + "•••");
        assertThat(nameless.toString()).doesNotContain(told.substring(0, told.indexOf('@')));
    }

    @Test
    void aMomentThatNoDatabaseKeepsIsRefused() {
        for (String from : List.of("yesterday", "-9999-01-01T00:00:00Z", "2026-13-01T00:00:00Z")) {
            assertThat(officer.visitor().send("GET", "/api/v1/readings?from=" + from, null).status()).as(from).isEqualTo(400);
        }
    }

    @Test
    void whoBreaksTheGlassSaysWhyAndTheOfficerIsTold() throws ApiException {
        Visitor desk = agent.visitor();
        String officersMail = Vendor.newAddress();
        Vendor.Account second = vendor.newStaff(new NewStaffMember().login("second-officer").name("Second").email(officersMail).addRolesItem("privacy-officer"));
        assertThat(refused(desk, PurposeEnum.BREAK_GLASS, null, "urgent").pointers()).containsExactly("/reason");
        assertThat(refused(desk, PurposeEnum.BREAK_GLASS, ticket.getId(), "Gas leak at the address").pointers()).containsExactly("/recordId");
        assertThat(refused(desk, PurposeEnum.DUTY, null, "I feel it is my duty").status()).isEqualTo(403);
        assertThat(alerts(true)).isEmpty();

        assertThat(open(desk, customer, PurposeEnum.BREAK_GLASS, null, "Gas leak at the address zqxreason").getEmail()).isEqualTo(mail);
        assertThat(open(second.visitor(), customer, PurposeEnum.DUTY, null, "Question of the authority").getEmail()).isEqualTo(mail);
        assertThat(readings(customer)).extracting(r -> r.getPurpose().getValue()).containsExactly("duty", "break-glass");
        assertThat(readings(customer).get(1).getReason()).contains("zqxreason");
        assertThat(officer.visitor().readings().listReadings(null, "staff/" + agent.id(), ReadingPurpose.BREAK_GLASS, null, null, null, null).getItems()).hasSize(1);
        assertThat(officer.visitor().readings().listReadings(customer, null, null, Instant.now().plus(Duration.ofDays(1)), null, null, null).getItems()).isEmpty();
        assertThat(officer.visitor().journal().listJournal(customer, 100, null).getItems().toString()).as("reasons can be forgotten, the journal cannot").contains("break-glass").doesNotContain("zqxreason");

        PrivacyAlert alert = alerts(false).get(0);
        assertThat(alert.getKind()).isEqualTo(PrivacyAlert.KindEnum.BREAK_GLASS);
        assertThat(alert.getActor()).isEqualTo("staff/" + agent.id());
        assertThat(vendor.mails().await(officersMail, 1)).allSatisfy(m -> assertThat(m.getBody()).contains("/console/privacy/alerts").doesNotContain(mail).doesNotContain("zqxreason"));
        assertThat(Refusal.of(() -> desk.readings().listPrivacyAlerts(false, null, null)).status()).isEqualTo(403);
        assertThat(officer.visitor().readings().reviewPrivacyAlert(alert.getId(), new NewAlertReview().note("It was real"), Vendor.newKey()).getNote()).isEqualTo("It was real");
        assertThat(Refusal.of(() -> officer.visitor().readings().reviewPrivacyAlert(alert.getId(), new NewAlertReview().note("again"), Vendor.newKey())).status()).isEqualTo(409);
        assertThat(alerts(false)).isEmpty();
        assertThat(alerts(true)).singleElement().satisfies(a -> assertThat(a.getReviewedBy()).isEqualTo("staff/" + officer.id()));
    }

    @Test
    void whoOpensManyIsToldOfOnce() throws ApiException {
        for (int i = 0; i < 5; i++) {
            Ticket filed = Drafts.filed(vendor, "customer " + i);
            open(agent.visitor(), requester(filed), PurposeEnum.TICKET, filed.getId(), null);
            open(agent.visitor(), requester(filed), PurposeEnum.TICKET, filed.getId(), null);
            assertThat(alerts(true)).as("customers, not openings").hasSize(i < 2 ? 0 : 1);
        }
        assertThat(alerts(true).get(0)).satisfies(a -> {
            assertThat(a.getKind()).isEqualTo(PrivacyAlert.KindEnum.MASS_READING);
            assertThat(a.getAmount()).isEqualTo(3);
        });
    }

    @Test
    void customersAreFoundByNameAndByItsBeginningWhereTheVendorWantsThat() throws ApiException {
        Visitor desk = agent.visitor();
        UUID named = named("Ann-Marie O'Brien");
        UUID chinese = named("欧阳娜娜");
        assertThat(found("ann marie o’brien")).containsExactly(named);
        assertThat(found("欧阳娜娜")).containsExactly(chinese);
        assertThat(found("Ann")).as("not without the vendor's wish").isEmpty();
        assertThat(found("欧阳")).isEmpty();
        folder.with("privacy.yaml", "nameSearch: prefix\n").apply();
        await("the names of before").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(found("ann")).containsExactly(named));
        assertThat(found("o'br")).containsExactly(named);
        assertThat(found("欧")).containsExactly(chinese);
        assertThat(found("rien")).as("not from within").isEmpty();
        assertThat(found("ann marie obri")).as("longer than what is indexed").containsExactly(named);
        assertThat(found("ann marie obrx")).isEmpty();
        UUID later = named("Anna Karenina");
        assertThat(found("ann")).containsExactly(named, later);
        assertThat(desk.identity().findCustomers("ann").getItems()).allSatisfy(c -> assertThat(c.getEmail()).contains("•••"));
        assertThat(Vendor.art().staff("agent").visitor().identity().findCustomers("欧阳娜娜").getItems()).as("of another vendor").isEmpty();
        officer.visitor().erasures().eraseCustomer(later, new NewErasure().cause(NewErasure.CauseEnum.REQUEST), Vendor.newKey());
        assertThat(found("anna karenina")).isEmpty();
        folder.with("privacy.yaml", "nameSearch: exact\n").apply();
        await("what it knew of beginnings goes").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(found("ann")).isEmpty());
        assertThat(found("Ann-Marie O'Brien")).containsExactly(named);
    }

    private UUID named(String name) throws ApiException {
        return requester(agent.visitor().tickets().createTicket(Drafts.question("of " + name).requester(new NewRequester().name(name).email(Vendor.newAddress())), Vendor.newKey()));
    }

    private List<UUID> found(String name) throws ApiException {
        return agent.visitor().identity().findCustomers(name).getItems().stream().map(Customer::getId).toList();
    }
}
