package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Merge;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketAction;
import dev.pledgedesk.client.model.TicketSummary;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tickets that come from another system: known by its name for them, perhaps of somebody whom nobody knows. */
class ExternalIdIT {

    private final Vendor art = Vendor.art();
    private final Visitor desk = art.staff("agent").visitor();
    private final String name = "crm:" + UUID.randomUUID();

    private static NewTicket unknown(String subject) {
        return Drafts.question(subject).requester(new NewRequester().anonymous(true));
    }

    private static Ticket file(Visitor who, NewTicket ticket) throws ApiException {
        return who.tickets().createTicket(ticket, Vendor.newKey());
    }

    private static List<TicketSummary> named(Visitor who, String externalId) throws ApiException {
        return who.tickets().listTickets(null, null, null, null, null, null, null, null, null, null, null, externalId, null, null, null).getItems();
    }

    @Test
    void aKnownTicketIsNotFiledAgain() throws ApiException {
        Ticket filed = file(desk, unknown("first").externalId(name));
        assertThat(filed.getExternalId()).isEqualTo(name);
        Refusal refusal = Refusal.of(() -> file(desk, unknown("second").externalId(name)));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.code()).isEqualTo("conflict");
        assertThat(refusal.pointers()).containsExactly("/externalId");
        assertThat(named(desk, name)).singleElement().satisfies(row -> {
            assertThat(row.getId()).isEqualTo(filed.getId());
            assertThat(row.getExternalId()).isEqualTo(name);
        });
        assertThat(named(desk, name + "x")).isEmpty();

        Visitor other = Vendor.appliance().staff("agent").visitor();
        assertThat(named(other, name)).isEmpty();
        assertThat(file(other, unknown("theirs").externalId(name)).getExternalId()).as("unique in its tenant only").isEqualTo(name);
    }

    @Test
    void ofManyAtOnceOneIsFiled() throws Exception {
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> {
                try {
                    return file(desk, unknown("at once").externalId(name));
                } catch (ApiException refused) {
                    return Refusal.of(() -> {
                        throw refused;
                    });
                }
            });
        }
        ExecutorService hands = Executors.newFixedThreadPool(calls.size());
        List<Object> answers = new ArrayList<>();
        for (Future<Object> answer : hands.invokeAll(calls)) {
            answers.add(answer.get());
        }
        hands.shutdown();
        assertThat(answers).filteredOn(Ticket.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Refusal.class::isInstance).allSatisfy(refusal -> {
            assertThat(((Refusal) refusal).status()).isEqualTo(409);
            assertThat(((Refusal) refusal).pointers()).containsExactly("/externalId");
        });
        assertThat(named(desk, name)).hasSize(1);
    }

    @Test
    void guestsAndCustomersHaveNoSayInThis() throws ApiException {
        String mail = Vendor.newAddress();
        Visitor customer = Drafts.customer(art, mail, "own");
        for (Visitor outside : List.of(art.guest(), customer)) {
            Refusal named = Refusal.of(() -> file(outside, Drafts.question("s").requester(Drafts.guest(mail)).externalId(name)));
            assertThat(named.status()).isEqualTo(400);
            assertThat(named.pointers()).containsExactly("/externalId");
            Refusal nameless = Refusal.of(() -> file(outside, unknown("s")));
            assertThat(nameless.status()).isEqualTo(400);
            assertThat(nameless.pointers()).containsExactly("/requester/anonymous");
        }
        UUID customersId = desk.tickets().getTicket(TicketQuery.ALL.ids(customer).get(0)).getRequester().getId();
        Ticket filed = file(desk, Drafts.question("his").requester(new NewRequester().customerId(customersId)).externalId(name));
        assertThat(customer.tickets().getTicket(filed.getId()).getExternalId()).as("none of his business").isNull();
        assertThat(named(customer, name)).extracting(TicketSummary::getExternalId).containsOnlyNulls();
    }

    @Test
    void nobodyKnowsTheUnknownRequester() throws ApiException {
        Ticket one = file(desk, unknown("one"));
        Ticket two = file(desk.in("zh-CN"), unknown("two"));
        assertThat(one.getRequester().getName()).isEqualTo("Anonymous");
        assertThat(two.getRequester().getName()).isEqualTo("匿名");
        assertThat(two.getRequester().getId()).as("one row for all").isEqualTo(one.getRequester().getId());
        assertThat(desk.identity().getCustomer(one.getRequester().getId())).satisfies(customer -> {
            assertThat(customer.getName()).isEqualTo("Anonymous");
            assertThat(customer.getEmail()).isNull();
            assertThat(customer.getPhone()).isNull();
        });
        assertThat(desk.in("zh-CN").tickets().listMessages(one.getId(), null, null).getItems().get(0).getAuthor().getName()).isEqualTo("匿名");
        assertThat(TicketQuery.ALL.ofRequester(one.getRequester().getId()).ids(desk)).contains(one.getId(), two.getId());

        assertThat(one.getActions()).contains(TicketAction.LINK).doesNotContain(TicketAction.MERGE);
        Refusal merged = Refusal.of(() -> desk.tickets().mergeTicket(one.getId(), new Merge().intoTicketId(two.getId()), "\"" + one.getVersion() + "\"", Vendor.newKey()));
        assertThat(merged.status()).isEqualTo(422);
        assertThat(merged.about("/intoTicketId")).contains("Nobody knows");

        Refusal both = Refusal.of(() -> file(desk, unknown("s").requester(new NewRequester().anonymous(true).email(Vendor.newAddress()))));
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.pointers()).containsExactly("/requester/anonymous");
        assertThat(file(Vendor.appliance().staff("agent").visitor(), unknown("theirs")).getRequester().getId()).isNotEqualTo(one.getRequester().getId());
    }

    @Test
    void aCheckRefusesWhatFilingWouldAndWritesNothing() throws ApiException {
        desk.tickets().checkTicket(unknown("good").externalId(name));
        assertThat(named(desk, name)).isEmpty();
        List<NewTicket> wrong = List.of(unknown(" "), unknown("s").type("nothing"), unknown("s").category("nothing"), unknown("s").putFieldsItem("nothing", "x"),
                unknown("s").externalId(" "), Drafts.question("s"), Drafts.question("s").requester(new NewRequester().email("no address")),
                Drafts.question("s").requester(new NewRequester().customerId(UUID.randomUUID())), unknown("s").addAttachmentIdsItem(UUID.randomUUID()));
        for (NewTicket ticket : wrong) {
            Refusal checked = Refusal.of(() -> desk.tickets().checkTicket(ticket));
            Refusal filed = Refusal.of(() -> file(desk, ticket));
            assertThat(List.of(checked.status(), checked.code(), checked.pointers())).as(ticket.toString())
                    .isEqualTo(List.of(filed.status(), filed.code(), filed.pointers()));
        }
        file(desk, unknown("good").externalId(name));
        assertThat(Refusal.of(() -> desk.tickets().checkTicket(unknown("good").externalId(name))).pointers()).containsExactly("/externalId");
    }
}
