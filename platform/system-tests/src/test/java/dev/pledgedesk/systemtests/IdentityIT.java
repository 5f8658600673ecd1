package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.IntegrationClient;
import dev.pledgedesk.client.model.Me;
import dev.pledgedesk.client.model.NewIntegrationClient;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.SignInCodeRequest;
import dev.pledgedesk.client.model.StaffChange;
import dev.pledgedesk.client.model.StaffMember;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TokenRequest;
import dev.pledgedesk.client.model.TokenRequest.GrantTypeEnum;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who asks: signing in and out, what ends a session, and what a stranger learns, which is nothing. */
class IdentityIT {

    private static final String NEW_PASSWORD = "another battery of staples";

    private final Vendor art = Vendor.art();
    private final Visitor admin = art.staff("tenant-administrator").visitor();

    @Test
    void staffSignInAndLearnWhoTheyAre() throws ApiException {
        Vendor.Account account = art.staff("agent");
        Me me = account.visitor().identity().getMe();
        assertThat(me.getId()).isEqualTo(account.id().toString());
        assertThat(me.getKind()).isEqualTo(Me.KindEnum.STAFF);
        assertThat(me.getTenant()).isEqualTo("art-platform");
        assertThat(me.getRoles()).containsExactly("agent");
        assertThat(me.getPermissions()).contains("ticket.read", "ticket.write").doesNotContain("staff.manage", "tenant.operate");
        assertThat(account.visitor().token().split("\\.")).hasSize(3);
    }

    @Test
    void signingOutEndsTheTokenAtOnce() throws ApiException {
        Vendor.Account account = art.staff("agent");
        Visitor leaving = art.signIn(account.login(), account.password());
        leaving.identity().getMe();
        leaving.identity().revokeToken();
        assertThat(refused(leaving)).isEqualTo(401);
        account.visitor().identity().getMe();
    }

    @Test
    void aNewPasswordEndsTheOldSessions() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        change(account, new StaffChange().password(NEW_PASSWORD));
        assertThat(refused(account.visitor())).isEqualTo(401);
        assertThat(Refusal.of(() -> art.signIn(account.login(), account.password())).status()).isEqualTo(401);
        art.signIn(account.login(), NEW_PASSWORD).identity().getMe();
    }

    @Test
    void otherRolesEndTheOldSessionsAndHoldInNewOnes() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        change(account, new StaffChange().addRolesItem("quality-inspector"));
        assertThat(refused(account.visitor())).isEqualTo(401);
        Visitor again = art.signIn(account.login(), account.password());
        assertThat(again.identity().getMe().getRoles()).containsExactly("quality-inspector");
        assertThat(Refusal.of(() -> again.tickets().createTicket(Drafts.question("q").requester(Drafts.guest(Vendor.newAddress())), Vendor.newKey())).status())
                .isEqualTo(403);
    }

    @Test
    void disablingLocksOutAndEnablingLetsInAgain() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        StaffMember disabled = change(account, new StaffChange().state(StaffChange.StateEnum.DISABLED));
        assertThat(refused(account.visitor())).isEqualTo(401);
        assertThat(Refusal.of(() -> art.signIn(account.login(), account.password())).status()).isEqualTo(401);
        admin.identity().changeStaff(account.id(), new StaffChange().state(StaffChange.StateEnum.ACTIVE), "\"" + disabled.getVersion() + "\"");
        art.signIn(account.login(), account.password()).identity().getMe();
    }

    @Test
    void aNewNameKeepsTheSession() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        assertThat(change(account, new StaffChange().name("王伟").addTeamsItem("first-line")).getName()).isEqualTo("王伟");
        assertThat(account.visitor().identity().getMe().getName()).isEqualTo("王伟");
    }

    private StaffMember change(Vendor.Account account, StaffChange change) throws ApiException {
        return admin.identity().changeStaff(account.id(), change, "\"" + account.member().getVersion() + "\"");
    }

    @Test
    void aStrangerLearnsNothingFromARefusal() {
        Vendor.Account account = art.staff("agent");
        Vendor.Account disabled = art.newStaff("agent");
        admin.send("PATCH", "/api/v1/staff/" + disabled.id(), Map.of("state", "disabled"), "If-Match", "\"" + disabled.member().getVersion() + "\"");
        String wrongPassword = token(Map.of("grantType", "password", "name", account.login(), "password", "wrong wrong wrong")).shape();
        assertThat(wrongPassword).startsWith("401");
        assertThat(token(Map.of("grantType", "password", "name", "nobody-here", "password", "wrong wrong wrong")).shape()).isEqualTo(wrongPassword);
        assertThat(token(Map.of("grantType", "password", "name", disabled.login(), "password", disabled.password())).shape()).isEqualTo(wrongPassword);
        assertThat(token(Map.of("grantType", "client", "clientId", UUID.randomUUID(), "clientSecret", "pdk_wrong")).shape()).isEqualTo(wrongPassword);
        assertThat(token(Map.of("grantType", "link", "link", "wrong")).shape()).isEqualTo(wrongPassword);
        assertThat(token(Map.of("grantType", "code", "email", Vendor.newAddress(), "code", "123456")).shape()).isEqualTo(wrongPassword);
        assertThat(token(Map.of("grantType", "password", "name", account.login())).refusal().pointers()).containsExactly("/password");
    }

    private Answer token(Map<String, Object> request) {
        return art.guest().send("POST", "/api/v1/tokens", request);
    }

    @Test
    void aCodeIsGoodOnce() throws ApiException {
        String mail = Vendor.newAddress();
        Drafts.filed(art, mail, "with a code");
        String code = code(mail, 2);
        Visitor customer = art.with(redeem(mail, code));
        assertThat(customer.identity().getMe().getKind()).isEqualTo(Me.KindEnum.CUSTOMER);
        assertThat(Refusal.of(() -> art.with(redeem(mail, code))).status()).isEqualTo(401);
        assertThat(art.staff("agent").visitor().identity().findCustomers(mail).getItems().get(0).getVerified()).isTrue();
    }

    @Test
    void aCodeStandsFiveTries() throws ApiException {
        String mail = Vendor.newAddress();
        Drafts.filed(art, mail, "guessing");
        String code = code(mail, 2);
        String wrong = code.equals("111111") ? "222222" : "111111";
        for (int tries = 0; tries < 5; tries++) {
            assertThat(Refusal.of(() -> art.with(redeem(mail, wrong))).status()).isEqualTo(401);
        }
        assertThat(Refusal.of(() -> art.with(redeem(mail, code))).status()).as("the right one comes too late").isEqualTo(401);
        art.with(redeem(mail, code(mail, 3))).identity().getMe();
    }

    @Test
    void askingForACodeTellsNotWhoIsKnown() throws ApiException {
        String known = Vendor.newAddress();
        Drafts.filed(art, known, "known");
        String unknown = Vendor.newAddress();
        Answer ofKnown = art.guest().send("POST", "/api/v1/sign-in-codes", Map.of("email", known));
        Answer ofUnknown = art.guest().send("POST", "/api/v1/sign-in-codes", Map.of("email", unknown));
        assertThat(ofKnown.status()).isEqualTo(202);
        assertThat(ofUnknown.shape()).isEqualTo(ofKnown.shape());
        art.mails().await(known, 2);
        assertThat(art.mails().to(unknown)).isEmpty();
        assertThat(art.guest().send("POST", "/api/v1/sign-in-codes", Map.of("email", "no address")).refusal().pointers()).containsExactly("/email");
    }

    private String code(String mail, int mails) throws ApiException {
        art.mails().await(mail, mails - 1);
        art.guest().identity().createSignInCode(new SignInCodeRequest().email(mail));
        return art.mails().code(mail, mails);
    }

    private static TokenRequest redeem(String mail, String code) {
        return new TokenRequest().grantType(GrantTypeEnum.CODE).email(mail).code(code);
    }

    @Test
    void aProgramHasAnAccountOfItsOwn() throws ApiException {
        IntegrationClient made = admin.identity().createApiClient(new NewIntegrationClient().name("Order system").addRolesItem("integrator"), Vendor.newKey());
        assertThat(made.getSecret()).isNotBlank();
        assertThat(admin.identity().listApiClients().getItems()).filteredOn(c -> c.getId().equals(made.getId())).singleElement()
                .satisfies(c -> assertThat(c.getSecret()).as("shown once").isNull());
        TokenRequest request = new TokenRequest().grantType(GrantTypeEnum.CLIENT).clientId(made.getId()).clientSecret(made.getSecret());
        Visitor program = art.with(request);
        assertThat(program.identity().getMe().getKind()).isEqualTo(Me.KindEnum.CLIENT);
        Ticket filed = program.tickets().createTicket(Drafts.question("by a program").requester(Drafts.guest(Vendor.newAddress())), Vendor.newKey());
        assertThat(filed.getChannel().getValue()).isEqualTo("api");
        assertThat(TicketQuery.ALL.pagesOf(1).ids(program)).hasSize(1);
        assertThat(Refusal.of(() -> program.views().createView(new dev.pledgedesk.client.model.NewView().name("v").filter(""), Vendor.newKey())).status()).isEqualTo(403);

        admin.identity().deleteApiClient(made.getId());
        assertThat(refused(program)).isEqualTo(401);
        assertThat(Refusal.of(() -> art.with(request)).status()).isEqualTo(401);
        assertThat(Refusal.of(() -> admin.identity().deleteApiClient(made.getId())).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> admin.identity().createApiClient(new NewIntegrationClient().name("x").addRolesItem("no-such-role"), Vendor.newKey())).pointers())
                .containsExactly("/roles");
    }

    @Test
    void passwordsAreLongAndNotCommon() {
        for (String weak : List.of("password1234", "aaaaaaaaaaaa", "123456123456", "Qwertyuiop12")) {
            Refusal refusal = refusedStaff(new NewStaffMember().password(weak));
            assertThat(refusal.status()).as(weak).isEqualTo(400);
            assertThat(refusal.pointers()).containsExactly("/password");
        }
        assertThat(refusedStaff(new NewStaffMember().password("short")).pointers()).containsExactly("/password");
        assertThat(refusedStaff(new NewStaffMember().login("same-as-the-login").password("same-as-the-login")).pointers()).containsExactly("/password");
        assertThat(refusedStaff(new NewStaffMember().password("Ω ΠΑΣΣΩΡΔ ΜΑΚΡΥ").roles(List.of("no-such-role"))).pointers()).containsExactly("/roles");
    }

    private Refusal refusedStaff(NewStaffMember draft) {
        draft.name("Weak").login(draft.getLogin() == null ? "weak-" + UUID.randomUUID() : draft.getLogin())
                .roles(draft.getRoles() == null || draft.getRoles().isEmpty() ? List.of("agent") : draft.getRoles());
        return Refusal.of(() -> admin.identity().createStaff(draft, Vendor.newKey()));
    }

    @Test
    void aSignInNameIsTakenOnce() throws ApiException {
        String login = "twin-" + UUID.randomUUID();
        NewStaffMember draft = new NewStaffMember().login(login).name("Twin").password(NEW_PASSWORD).roles(List.of("agent"));
        StaffMember made = admin.identity().createStaff(draft, Vendor.newKey());
        assertThat(made.getState()).isEqualTo(StaffMember.StateEnum.ACTIVE);
        assertThat(Refusal.of(() -> admin.identity().createStaff(draft, Vendor.newKey())).status()).isEqualTo(409);
        assertThat(admin.identity().getStaff(made.getId()).getLogin()).isEqualTo(login);
        assertThat(Refusal.of(() -> admin.identity().changeStaff(made.getId(), new StaffChange().name("x"), null)).status()).isEqualTo(428);
        assertThat(Refusal.of(() -> admin.identity().changeStaff(made.getId(), new StaffChange().name("x"), "\"99\"")).status()).isEqualTo(412);
    }

    private static int refused(Visitor who) {
        return Refusal.of(() -> who.identity().getMe()).status();
    }
}
