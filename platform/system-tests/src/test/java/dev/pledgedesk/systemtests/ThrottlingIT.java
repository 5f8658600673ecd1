package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.PasswordChange;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Guessing from outside: it slows down, alike for accounts that exist and those that do not, and says for how long. */
class ThrottlingIT {

    private static final int BY_ACCOUNT = 10;
    private static final int BY_SOURCE = 50;

    private final Vendor art = Vendor.art();

    private Answer token(Visitor from, Map<String, Object> request) {
        return from.send("POST", "/api/v1/tokens", request);
    }

    /** Refused as wrong as often as an account stands, each time from elsewhere; gives the answer after that. */
    private Answer exhausted(Map<String, Object> request) {
        for (int i = 0; i < BY_ACCOUNT; i++) {
            assertThat(token(art.guest(), request).status()).isEqualTo(401);
        }
        return token(art.guest(), request);
    }

    private static void tellsWhenToComeAgain(Answer answer) {
        assertThat(answer.refusal().code()).isEqualTo("too-many");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void everyWayInSlowsDownAlikeForKnownAndUnknown() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        String mail = Vendor.newAddress();
        Drafts.filed(art, mail, "throttled");
        Answer known = exhausted(password(account.login(), "wrong wrong wrong"));
        tellsWhenToComeAgain(known);
        for (Map<String, Object> request : java.util.List.of(password("nobody-" + UUID.randomUUID(), "wrong wrong wrong"),
                Map.<String, Object>of("grantType", "code", "email", mail, "code", "000000"),
                Map.<String, Object>of("grantType", "code", "email", Vendor.newAddress(), "code", "000000"),
                Map.<String, Object>of("grantType", "client", "clientId", UUID.randomUUID(), "clientSecret", "wrong"))) {
            Answer answer = exhausted(request);
            tellsWhenToComeAgain(answer);
            assertThat(shape(answer)).isEqualTo(shape(known));
        }
        assertThat(shape(token(art.guest(), password(account.login(), account.password())))).as("the right one from elsewhere").isEqualTo(shape(known));
        assertThat(exhausted(Map.of("grantType", "code", "email", Vendor.newAddress(), "code", "1")).json().path("detail").asText()).contains("minutes");
    }

    /** Minutes go by while a test runs. */
    private static String shape(Answer answer) {
        return answer.shape().replaceAll("[0-9]+ minutes", "N minutes");
    }

    private static Map<String, Object> password(String login, String password) {
        return new HashMap<>(Map.of("grantType", "password", "name", login, "password", password));
    }

    @Test
    void theOwnerIsNotLockedOutWhereHeWorks() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        Visitor office = art.guest();
        assertThat(token(office, password(account.login(), account.password())).status()).isEqualTo(200);
        assertThat(exhausted(password(account.login(), "wrong wrong wrong")).status()).isEqualTo(429);
        assertThat(token(office, password(account.login(), account.password())).status()).isEqualTo(200);
    }

    @Test
    void aSourceThatTriesManyThingsIsStopped() {
        Visitor attacker = art.guest();
        for (int i = 0; i < BY_SOURCE; i++) {
            assertThat(token(attacker, Map.of("grantType", "link", "link", "guess-" + i)).status()).isEqualTo(401);
        }
        tellsWhenToComeAgain(token(attacker, Map.of("grantType", "link", "link", "guess")));
        assertThat(token(art.guest(), Map.of("grantType", "link", "link", "guess")).status()).isEqualTo(401);
        Visitor elsewhere = Vendor.appliance().guest().from("2001:db8:ffff:ffff::1");
        assertThat(elsewhere.send("POST", "/api/v1/tokens", Map.of("grantType", "link", "link", "guess")).status()).isEqualTo(401);
    }

    @Test
    void codesByMailAreNotPouredOverAnAddress() throws ApiException {
        String known = Vendor.newAddress();
        Drafts.filed(art, known, "many codes");
        String fifth = null;
        for (String mail : new String[] {known, Vendor.newAddress()}) {
            for (int i = 0; i < 5; i++) {
                assertThat(art.guest().send("POST", "/api/v1/sign-in-codes", Map.of("email", mail)).status()).isEqualTo(202);
            }
            Answer refused = art.guest().send("POST", "/api/v1/sign-in-codes", Map.of("email", mail.toUpperCase(java.util.Locale.ROOT)));
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3000, 3600);
            fifth = fifth == null ? shape(refused) : fifth;
            assertThat(shape(refused)).isEqualTo(fifth);
        }
        art.mails().await(known, 6);
    }

    @Test
    void theOldPasswordIsNotGuessedFromAnOpenSessionEither() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        PasswordChange guess = new PasswordChange().oldPassword("wrong wrong wrong").newPassword("another battery of staples");
        for (int i = 0; i < BY_ACCOUNT; i++) {
            assertThat(Refusal.of(() -> account.visitor().access().changeOwnPassword(guess)).pointers()).containsExactly("/oldPassword");
        }
        assertThat(Refusal.of(() -> account.visitor().access().changeOwnPassword(guess)).status()).isEqualTo(429);
        account.visitor().identity().getMe();
    }
}
