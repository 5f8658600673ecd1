package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.JournalEntry;
import dev.pledgedesk.client.model.JournalVerification;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.Priority;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who did what: every step of a ticket is an entry, every entry is sealed soon, and the chain holds. */
class JournalIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Vendor art = Vendor.art();
    private final Vendor.Account agent = art.staff("agent");
    private final Visitor officer = art.staff("privacy-officer").visitor();

    @Test
    void aTicketsStepsAreEntriesAndSealed() throws ApiException {
        Ticket filed = Drafts.filed(art, "journalled");
        agent.visitor().tickets().createMessage(filed.getId(), new NewMessage().body("words that belong to the customer"), Vendor.newKey());
        Ticket open = agent.visitor().tickets().getTicket(filed.getId());
        agent.visitor().tickets().changeTicket(filed.getId(), new TicketChange().priority(Priority.HIGH), "\"" + open.getVersion() + "\"");

        List<JournalEntry> entries = await("all sealed").atMost(SOON).pollInterval(Duration.ofMillis(100))
                .until(() -> of(filed.getId()), found -> found.size() >= 3 && found.stream().allMatch(JournalEntry::getSealed));
        assertThat(entries).extracting(JournalEntry::getAction).contains("ticket.created", "ticket.replied", "ticket.changed");
        assertThat(entries).filteredOn(e -> !e.getAction().equals("ticket.created")).allSatisfy(e -> assertThat(e.getActor()).isEqualTo("staff/" + agent.id()));
        assertThat(entries).allSatisfy(e -> {
            assertThat(e.getRequestId()).isNotBlank();
            assertThat(e.getSubjectType()).isEqualTo("ticket");
            assertThat(e.toString()).doesNotContain("words that belong", "journalled");
        });
        assertThat(entries).filteredOn(e -> String.valueOf(e.getAfter()).contains("high")).singleElement()
                .satisfies(e -> assertThat(String.valueOf(e.getBefore())).contains("normal"));
    }

    private List<JournalEntry> of(UUID subject) throws ApiException {
        return officer.journal().listJournal(subject, 100, null).getItems();
    }

    @Test
    void readingAPersonsContactsIsAnEntry() throws ApiException {
        Ticket filed = Drafts.filed(art, "contacts");
        UUID customer = agent.visitor().tickets().getTicket(filed.getId()).getRequester().getId();
        int before = of(customer).size();
        agent.visitor().readings().openCustomer(customer, new NewReading().purpose(NewReading.PurposeEnum.TICKET).recordId(filed.getId()), Vendor.newKey());
        assertThat(of(customer)).hasSizeGreaterThan(before).anySatisfy(e -> assertThat(e.getActor()).isEqualTo("staff/" + agent.id()));
        assertThat(of(customer)).allSatisfy(e -> assertThat(e.toString()).doesNotContain("@example.com", "Li Na"));
    }

    @Test
    void theChainHoldsForBothTenants() {
        for (Vendor vendor : List.of(art, Vendor.appliance())) {
            Visitor reader = vendor.staff("privacy-officer").visitor();
            JournalVerification verified = await("nothing waits for the sealer").atMost(SOON).pollInterval(Duration.ofMillis(100))
                    .until(() -> reader.journal().verifyJournal(), v -> v.getUnsealed() <= 1);
            assertThat(verified.getIntact()).as(verified.getReason()).isTrue();
            assertThat(verified.getBrokenAt()).isNull();
            assertThat(verified.getChecked()).isPositive();
        }
    }
}
