package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.DataRequest;
import dev.pledgedesk.client.model.DataRequestKind;
import dev.pledgedesk.client.model.DataRequestState;
import dev.pledgedesk.client.model.NewAppeal;
import dev.pledgedesk.client.model.NewDataRequest;
import dev.pledgedesk.client.model.NewDecision;
import dev.pledgedesk.client.model.NewLegalHold;
import dev.pledgedesk.client.model.NewOwnDataRequest;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.OwnDataRequest;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers ask for as persons with rights: filed in the portal, decided with a reason, appealed once, done when granted. */
class DataRequestsIT {

    private final Vendor art = Vendor.art();
    private final String mail = Vendor.newAddress();
    private Visitor agent;
    private Visitor officer;
    private Visitor customer;
    private Ticket ticket;
    private String link;
    private UUID person;

    @BeforeEach
    void signIn() throws ApiException {
        agent = art.staff("agent").visitor();
        officer = art.staff("privacy-officer").visitor();
        ticket = Drafts.filed(art, mail, "mine");
        person = agent.tickets().getTicket(ticket.getId()).getRequester().getId();
        link = art.mails().link(mail, 1);
        customer = Drafts.customer(art, mail, 1);
    }

    private OwnDataRequest file(DataRequestKind kind) throws ApiException {
        return customer.dataRequests().fileOwnDataRequest(new NewOwnDataRequest().kind(kind).wish("My wish"), Vendor.newKey());
    }

    private DataRequest decide(UUID request, boolean granted) throws ApiException {
        return officer.dataRequests().decideDataRequest(request, new NewDecision().granted(granted).reason("For a reason"), Vendor.newKey());
    }

    private OwnDataRequest appeal(UUID request) throws ApiException {
        return customer.dataRequests().appealOwnDataRequest(request, new NewAppeal().text("I do not agree"), Vendor.newKey());
    }

    @Test
    void aRefusalSaysWhyAndIsAppealedOnce() throws ApiException {
        OwnDataRequest filed = file(DataRequestKind.OBJECTION);
        assertThat(filed.getState()).isEqualTo(DataRequestState.OPEN);
        assertThat(Duration.between(filed.getFiledAt(), filed.getDueAt())).isEqualTo(Duration.ofDays(15));
        assertThat(Refusal.of(() -> file(DataRequestKind.OBJECTION))).satisfies(r -> assertThat(r.detail()).contains("waits for a decision already"));
        assertThat(Refusal.of(() -> appeal(filed.getId())).status()).isEqualTo(409);
        assertThat(officer.dataRequests().listDataRequests(false, person, null, null).getItems()).extracting(DataRequest::getWish).containsExactly("My wish");
        assertThat(Refusal.of(() -> agent.dataRequests().listDataRequests(false, null, null, null)).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> officer.dataRequests().decideDataRequest(filed.getId(), new NewDecision().granted(false).reason(" x "), Vendor.newKey())).pointers()).containsExactly("/reason");

        assertThat(decide(filed.getId(), false).getState()).isEqualTo(DataRequestState.REFUSED);
        assertThat(art.mails().await(mail, 3)).anySatisfy(m -> assertThat(m.getBody()).contains("For a reason"));
        assertThat(customer.dataRequests().listOwnDataRequests().getItems()).singleElement().satisfies(r -> {
            assertThat(r.getDecision().getReason()).isEqualTo("For a reason");
            assertThat(r.getAppealUntil()).isNotNull();
        });
        assertThat(Refusal.of(() -> decide(filed.getId(), true)).status()).isEqualTo(409);
        assertThat(appeal(filed.getId()).getState()).isEqualTo(DataRequestState.APPEALED);
        assertThat(Refusal.of(() -> appeal(filed.getId())).status()).isEqualTo(409);
        assertThat(decide(filed.getId(), false)).satisfies(r -> {
            assertThat(r.getState()).isEqualTo(DataRequestState.UPHELD);
            assertThat(r.getAppealDecision().getBy()).isEqualTo("staff/" + art.staff("privacy-officer").id());
        });
        assertThat(Refusal.of(() -> appeal(filed.getId())).status()).isEqualTo(409);
        OwnDataRequest again = file(DataRequestKind.OBJECTION);
        assertThat(customer.dataRequests().withdrawOwnDataRequest(again.getId(), Vendor.newKey()).getState()).isEqualTo(DataRequestState.WITHDRAWN);
        assertThat(Refusal.of(() -> decide(again.getId(), true)).status()).isEqualTo(409);
    }

    @Test
    void anAppealWaitsForANewerRequestOfTheKind() throws ApiException {
        OwnDataRequest first = file(DataRequestKind.OBJECTION);
        decide(first.getId(), false);
        OwnDataRequest second = file(DataRequestKind.OBJECTION);
        assertThat(Refusal.of(() -> appeal(first.getId())).detail()).contains("waits for a decision already");
        customer.dataRequests().withdrawOwnDataRequest(second.getId(), Vendor.newKey());
        assertThat(appeal(first.getId()).getState()).isEqualTo(DataRequestState.APPEALED);
    }

    @Test
    void othersSeeAndMoveNothingOfIt() throws ApiException {
        OwnDataRequest filed = file(DataRequestKind.ACCESS);
        Visitor stranger = Drafts.customer(art, Vendor.newAddress(), "a stranger's");
        assertThat(stranger.dataRequests().listOwnDataRequests().getItems()).isEmpty();
        assertThat(Refusal.of(() -> stranger.dataRequests().withdrawOwnDataRequest(filed.getId(), Vendor.newKey())).status()).isEqualTo(404);
        Visitor elsewhere = Vendor.appliance().staff("privacy-officer").visitor();
        assertThat(Refusal.of(() -> elsewhere.dataRequests().getDataRequest(filed.getId())).status()).isEqualTo(404);
        assertThat(elsewhere.dataRequests().listDataRequests(true, person, null, null).getItems()).isEmpty();
        Visitor byLink = art.byLink(link);
        assertThat(Refusal.of(() -> byLink.dataRequests().fileOwnDataRequest(new NewOwnDataRequest().kind(DataRequestKind.ACCESS), Vendor.newKey())).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> agent.dataRequests().listOwnDataRequests()).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> art.guest().dataRequests().listOwnDataRequests()).status()).isEqualTo(401);
    }

    @Test
    void whatIsRestrictedIsOpenedForTheRequestOnly() throws ApiException {
        OwnDataRequest filed = file(DataRequestKind.RESTRICTION);
        assertThat(open(officer, NewReading.PurposeEnum.REQUEST, filed.getId())).isEqualTo(mail);
        assertThat(Refusal.of(() -> open(agent, NewReading.PurposeEnum.REQUEST, filed.getId())).status()).as("no officer").isEqualTo(403);
        assertThat(customer.ownData().getOwnData().getReadings()).singleElement().satisfies(r -> {
            assertThat(r.getPurpose().getValue()).isEqualTo("request");
            assertThat(r.getRecord()).isEqualTo("restriction");
        });
        decide(filed.getId(), true);
        assertThat(Refusal.of(() -> open(officer, NewReading.PurposeEnum.REQUEST, filed.getId())).detail()).as("it is decided").contains("is over");
        assertThat(customer.ownData().getOwnData().getRestricted()).isTrue();
        assertThat(Refusal.of(() -> open(agent, NewReading.PurposeEnum.TICKET, ticket.getId())).detail()).contains("restricted");
        officer.dataRequests().liftRestriction(person);
        assertThat(open(agent, NewReading.PurposeEnum.TICKET, ticket.getId())).isEqualTo(mail);
    }

    private String open(Visitor who, NewReading.PurposeEnum purpose, UUID record) throws ApiException {
        return who.readings().openCustomer(person, new NewReading().purpose(purpose).recordId(record), Vendor.newKey()).getEmail();
    }

    @Test
    void whoAsksToBeForgottenIs() throws ApiException {
        OwnDataRequest filed = file(DataRequestKind.ERASURE);
        OwnDataRequest other = file(DataRequestKind.ACCESS);
        var hold = officer.erasures().placeLegalHold(person, new NewLegalHold().reason("Lawsuit 17/26"), Vendor.newKey());
        assertThat(Refusal.of(() -> decide(filed.getId(), true)).detail()).contains("legal hold");
        assertThat(officer.dataRequests().getDataRequest(filed.getId()).getState()).as("nothing was decided").isEqualTo(DataRequestState.OPEN);
        officer.erasures().liftLegalHold(person, hold.getId());

        DataRequest done = decide(filed.getId(), true);
        assertThat(done.getState()).isEqualTo(DataRequestState.GRANTED);
        assertThat(done.getWish()).isEqualTo("[erased]");
        assertThat(officer.dataRequests().getDataRequest(other.getId()).getState()).isEqualTo(DataRequestState.ENDED);
        assertThat(agent.tickets().getTicket(ticket.getId()).getSubject()).isEqualTo("[erased]");
        assertThat(Refusal.of(() -> customer.dataRequests().listOwnDataRequests()).status()).isEqualTo(401);
        assertThat(officer.erasures().listErasures(100, null).getItems()).anySatisfy(e -> assertThat(e.getCustomerId()).isEqualTo(person));
    }

    @Test
    void whatIsAskedForElsewhereIsTakenDown() throws ApiException {
        NewDataRequest call = new NewDataRequest().kind(DataRequestKind.CORRECTION).wish("My new address").identityCheck("Called back");
        assertThat(officer.dataRequests().takeDownDataRequest(person, call, Vendor.newKey()).getIdentityCheck()).isEqualTo("Called back");
        assertThat(Refusal.of(() -> officer.dataRequests().takeDownDataRequest(person, call.identityCheck("x"), Vendor.newKey())).status()).isEqualTo(400);
        assertThat(Refusal.of(() -> officer.dataRequests().takeDownDataRequest(UUID.randomUUID(), call.identityCheck("Called back"), Vendor.newKey())).status()).isEqualTo(404);
        assertThat(customer.dataRequests().listOwnDataRequests().getItems()).extracting(OwnDataRequest::getWish).containsExactly("My new address");
    }
}
