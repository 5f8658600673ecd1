package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.SignedJWT;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Erasure;
import dev.pledgedesk.client.model.LegalHold;
import dev.pledgedesk.client.model.NewErasure;
import dev.pledgedesk.client.model.NewLegalHold;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Launcher;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers are forgotten over REST as the privacy officer does it, beside another tenant whose customer stays; keys rotate by the operator's command. */
class ErasureIT {

    private static Vendor art;
    private static Vendor appliance;
    private static Visitor agent;
    private static Visitor officer;

    @BeforeAll
    static void signIn() throws ApiException {
        art = Vendor.art();
        appliance = Vendor.appliance();
        agent = art.staff("agent").visitor();
        officer = art.staff("privacy-officer").visitor();
    }

    private static ApiException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ApiException.class, call);
    }

    private static Erasure erase(Visitor who, UUID customer) throws ApiException {
        return who.erasures().eraseCustomer(customer, new NewErasure().cause(NewErasure.CauseEnum.REQUEST), Vendor.newKey());
    }

    @Test
    void whoIsForgottenIsGoneAndTheTicketStaysForTheNumbers() throws Exception {
        String mail = Vendor.newAddress();
        Ticket ticket = Drafts.filed(art, mail, "zyxforgotten 画框");
        agent.tickets().createMessage(ticket.getId(), new NewMessage().body("An answer with zyxforgotten"), Vendor.newKey());
        Ticket elsewhere = Drafts.filed(appliance, mail, "zyxforgotten there");
        Visitor customer = art.byLink(art.mails().link(mail, 1));
        assertThat(customer.tickets().getTicket(ticket.getId()).getSubject()).contains("zyxforgotten");
        UUID person = agent.tickets().getTicket(ticket.getId()).getRequester().getId();

        assertThat(refused(() -> erase(agent, person)).getCode()).isEqualTo(403);
        assertThat(refused(() -> erase(officer, UUID.randomUUID())).getCode()).isEqualTo(404);
        assertThat(refused(() -> erase(appliance.staff("privacy-officer").visitor(), person)).getCode()).isEqualTo(404);
        LegalHold hold = officer.erasures().placeLegalHold(person, new NewLegalHold().reason("Lawsuit 17/26"), Vendor.newKey());
        assertThat(refused(() -> erase(officer, person)).getResponseBody()).contains("legal hold").contains("409");
        assertThat(refused(() -> officer.erasures().placeLegalHold(person, new NewLegalHold().reason("x"), Vendor.newKey())).getCode()).isEqualTo(400);
        officer.erasures().liftLegalHold(person, hold.getId());
        assertThat(officer.erasures().listLegalHolds(person).getItems()).singleElement().satisfies(h -> assertThat(h.getLiftedAt()).isNotNull());

        Erasure proof = erase(officer, person);
        assertThat(proof.getRemoved()).containsKeys("links", "searchDocuments");
        assertThat(SignedJWT.parse(proof.getReceipt()).getJWTClaimsSet().getSubject()).isEqualTo(person.toString());
        assertThat(proof.toString()).doesNotContain(mail).doesNotContain("zyxforgotten");
        assertThat(officer.erasures().listErasures(null, null).getItems()).extracting(Erasure::getId).contains(proof.getId());
        assertThat(refused(() -> erase(officer, person)).getCode()).isEqualTo(409);

        Ticket left = agent.tickets().getTicket(ticket.getId());
        assertThat(left.getNumber()).isEqualTo(ticket.getNumber());
        assertThat(left.getSubject()).isEqualTo("[erased]");
        assertThat(left.getRequester().getName()).isEqualTo("Erased");
        assertThat(agent.in("zh-CN").tickets().getTicket(ticket.getId()).getSubject()).isEqualTo("[已删除]");
        assertThat(agent.tickets().listMessages(ticket.getId(), null, null).getItems()).extracting("body").containsOnly("[erased]");
        assertThat(TicketQuery.search("zyxforgotten").ids(agent)).isEmpty();
        assertThat(agent.identity().findCustomers(mail).getItems()).isEmpty();
        assertThat(refused(() -> customer.tickets().getTicket(ticket.getId())).getCode()).isEqualTo(401);
        assertThat(refused(() -> agent.tickets().createMessage(ticket.getId(), new NewMessage().body("More"), Vendor.newKey())).getCode()).isEqualTo(409);
        assertThat(officer.journal().verifyJournal().getIntact()).isTrue();

        assertThat(appliance.staff("agent").visitor().tickets().getTicket(elsewhere.getId()).getSubject()).contains("zyxforgotten");
        Ticket again = Drafts.filed(art, mail, "somebody new with the same address");
        assertThat(agent.tickets().getTicket(again.getId()).getRequester().getId()).isNotEqualTo(person);
    }

    @Test
    void theOperatorRotatesKeysWhileTheDeskServes() throws Exception {
        Ticket ticket = Drafts.filed(art, "before the rotation");
        Launcher begun = Launcher.run(Server.common().home(), "tenant", "rotate-keys", art.key());
        assertThat(begun.status()).as(begun.printed()).isZero();
        assertThat(begun.printed()).contains(art.key()).contains("2 keys of the tenant");
        assertThat(agent.tickets().getTicket(ticket.getId()).getSubject()).contains("before the rotation");
        assertThat(agent.tickets().getTicket(Drafts.filed(art, "during it").getId()).getSubject()).contains("during it");
        assertThat(Launcher.run(Server.common().home(), "tenant", "rotate-keys", "--state", art.key()).printed()).contains("keys of customers and staff are waiting");
        assertThat(Launcher.run(Server.common().home(), "tenant", "rotate-keys", "nobody").status()).isNotZero();
    }
}
