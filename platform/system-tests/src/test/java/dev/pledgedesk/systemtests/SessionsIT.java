package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.JournalEntry;
import dev.pledgedesk.client.model.OpenSession;
import dev.pledgedesk.client.model.OpenSession.WayEnum;
import dev.pledgedesk.client.model.PasswordChange;
import dev.pledgedesk.client.model.SignInCodeRequest;
import dev.pledgedesk.client.model.TokenRequest;
import dev.pledgedesk.client.model.TokenRequest.GrantTypeEnum;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where one is signed in: one sees it, and ends it; so does who manages staff, and nobody else. */
class SessionsIT {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String NEW_PASSWORD = "another battery of staples";

    private final Vendor art = Vendor.art();

    private static List<OpenSession> sessions(Visitor who) throws ApiException {
        return who.access().listSessions().getItems();
    }

    private static int meStatus(Visitor who) {
        return who.send("GET", "/api/v1/me", null).status();
    }

    @Test
    void aSessionIsRecognisedByWayTimeAndBrowser() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        String token = art.guest().send("POST", "/api/v1/tokens", java.util.Map.of("grantType", "password", "name", account.login(), "password", account.password()),
                "User-Agent", FIREFOX).json().path("accessToken").asText();
        List<OpenSession> seen = sessions(art.guest().with(token));
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).satisfies(s -> {
            assertThat(s.getCurrent()).isTrue();
            assertThat(s.getWay()).isEqualTo(WayEnum.PASSWORD);
            assertThat(s.getBrowser()).isEqualTo("firefox");
            assertThat(s.getSystem()).isEqualTo("linux");
            assertThat(s.getSince()).isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(60));
            assertThat(s.getLastUsedAt()).isAfterOrEqualTo(s.getSince());
        });
        assertThat(seen.get(1)).satisfies(s -> {
            assertThat(s.getCurrent()).isFalse();
            assertThat(s.getBrowser()).isEqualTo("program");
        });
    }

    @Test
    void oneEndsOneOrAllOthers() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        Visitor second = art.signIn(account.login(), account.password());
        Visitor third = art.signIn(account.login(), account.password());
        UUID ofSecond = sessions(second).stream().filter(OpenSession::getCurrent).findFirst().orElseThrow().getId();
        third.access().endSession(ofSecond);
        assertThat(meStatus(second)).isEqualTo(401);
        assertThat(Refusal.of(() -> third.access().endSession(ofSecond)).status()).as("it is gone").isEqualTo(404);
        third.access().endOtherSessions();
        assertThat(meStatus(account.visitor())).isEqualTo(401);
        assertThat(sessions(third)).singleElement().satisfies(s -> assertThat(s.getCurrent()).isTrue());
        assertThat(journal(account.id())).contains("sessions.revoked");
    }

    @Test
    void nobodyEndsAColleaguesButWhoManagesStaff() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        UUID session = sessions(account.visitor()).get(0).getId();
        Visitor colleague = art.staff("agent").visitor();
        assertThat(Refusal.of(() -> colleague.access().endSession(session)).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> colleague.access().endStaffSessions(account.id())).status()).isEqualTo(403);
        assertThat(meStatus(account.visitor())).isEqualTo(200);

        Visitor admin = art.staff("tenant-administrator").visitor();
        Visitor second = art.signIn(account.login(), account.password());
        assertThat(admin.access().listStaffSessions(account.id()).getItems()).hasSize(2).noneMatch(OpenSession::getCurrent);
        admin.access().endStaffSession(account.id(), session);
        assertThat(meStatus(account.visitor())).isEqualTo(401);
        assertThat(meStatus(second)).isEqualTo(200);
        assertThat(Refusal.of(() -> admin.access().endStaffSession(art.staff("agent").id(), session)).status()).as("not of that one").isEqualTo(404);
        admin.access().endStaffSessions(account.id());
        assertThat(meStatus(second)).isEqualTo(401);
    }

    @Test
    void whoCameByALinkSeesNoMoreThanThat() throws ApiException {
        String mail = Vendor.newAddress();
        Drafts.filed(art, mail, "two ways in");
        String link = art.mails().link(mail, 1);
        art.guest().identity().createSignInCode(new SignInCodeRequest().email(mail));
        Visitor byCode = art.with(new TokenRequest().grantType(GrantTypeEnum.CODE).email(mail).code(art.mails().code(mail, 2)));
        Visitor byLink = art.byLink(link);
        UUID ofCode = sessions(byCode).stream().filter(OpenSession::getCurrent).findFirst().orElseThrow().getId();
        assertThat(sessions(byLink)).singleElement().satisfies(s -> assertThat(s.getWay()).isEqualTo(WayEnum.LINK));
        assertThat(Refusal.of(() -> byLink.access().endSession(ofCode)).status()).isEqualTo(404);
        byLink.access().endOtherSessions();
        assertThat(meStatus(byCode)).isEqualTo(200);
        assertThat(sessions(byCode)).extracting(OpenSession::getWay).contains(WayEnum.CODE, WayEnum.LINK);
        byCode.access().endOtherSessions();
        assertThat(meStatus(byLink)).isEqualTo(401);
    }

    @Test
    void aPasswordOfOnesOwnIsChangedByWhoKnowsTheOldOne() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        Visitor here = art.signIn(account.login(), account.password());
        assertThat(Refusal.of(() -> change(here, "wrong wrong wrong", NEW_PASSWORD)).pointers()).containsExactly("/oldPassword");
        assertThat(Refusal.of(() -> change(here, account.password(), "password1234")).pointers()).containsExactly("/newPassword");
        assertThat(Refusal.of(() -> change(here, account.password(), account.login() + "-2026")).pointers()).containsExactly("/newPassword");
        change(here, account.password(), NEW_PASSWORD);
        assertThat(meStatus(here)).as("this one goes on").isEqualTo(200);
        assertThat(meStatus(account.visitor())).as("the others end").isEqualTo(401);
        assertThat(Refusal.of(() -> art.signIn(account.login(), account.password())).status()).isEqualTo(401);
        art.signIn(account.login(), NEW_PASSWORD).identity().getMe();
        assertThat(journal(account.id())).contains("staff.password-changed");
    }

    private static void change(Visitor who, String oldPassword, String newPassword) throws ApiException {
        who.access().changeOwnPassword(new PasswordChange().oldPassword(oldPassword).newPassword(newPassword));
    }

    private List<String> journal(UUID subject) throws ApiException {
        return art.staff("privacy-officer").visitor().journal().listJournal(subject, 100, null).getItems().stream().map(JournalEntry::getAction).toList();
    }
}
