package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.StaffChange;
import dev.pledgedesk.systemtests.desk.OpenIdPeer;
import dev.pledgedesk.systemtests.desk.ProviderVisit;
import dev.pledgedesk.systemtests.desk.Providers;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Window;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Signing in at OpenID providers, by rules that are broken: whatever is not right in an answer opens nothing and is told plainly. */
class OidcRefusalsIT {

    private static Providers providers;

    private final String subject = "subject-" + UUID.randomUUID();
    private final Vendor vendor = providers.vendor();
    private final ProviderVisit visit = new ProviderVisit(vendor);

    @BeforeAll
    static void setUp() throws Exception {
        providers = Providers.open();
    }

    @AfterAll
    static void tearDown() {
        providers.close();
    }

    private void assertNobody(Window.View view, int status) {
        assertThat(view.status()).as(view.text()).isEqualTo(status);
        assertThat(visit.isSignedIn()).isFalse();
        assertThat(view.text()).contains("That sign-in did not work");
    }

    @Test
    void staffWithoutAGroupHereAreNotLetIn() {
        providers.peer().enter(subject, Map.of("groups", List.of("all")));
        assertNobody(visit.signIn("company"), 403);
    }

    @Test
    void aDisabledMemberIsRefused() throws ApiException {
        providers.peer().enter(subject, Map.of("groups", List.of("desk-agents")));
        visit.signIn("company");
        UUID id = UUID.fromString(visit.me().getId());
        vendor.staff(Vendor.EVERYTHING).visitor().identity().changeStaff(id, new StaffChange().state(StaffChange.StateEnum.DISABLED), "*");
        ProviderVisit fresh = new ProviderVisit(vendor);
        Window.View refused = fresh.signIn("company");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(fresh.isSignedIn()).isFalse();
    }

    @Test
    void theSameSubjectAtAnotherIssuerIsSomebodyElse() throws ApiException {
        providers.peer().enter(subject, Map.of("groups", List.of("desk-agents")));
        visit.signIn("company");
        assertThat(visit.me().getRoles()).containsExactly("agent");
        ProviderVisit fresh = new ProviderVisit(vendor);
        providers.other().enter(subject, Map.of("groups", List.of("desk-agents")));
        assertThat(fresh.signIn("partner").status()).isEqualTo(403);
        assertThat(fresh.isSignedIn()).isFalse();
    }

    @Test
    void whatOneTenantHasBegunOrLinkedIsNothingToAnother() {
        providers.peer().enter(subject, Map.of("groups", List.of("desk-agents")));
        visit.signIn("company");
        ProviderVisit elsewhere = new ProviderVisit(providers.neighbour());
        assertThat(elsewhere.window().open(elsewhere.begin("shop")).status()).as("a provider of the other tenant").isEqualTo(404);
        URI callback = visit.callback("company");
        elsewhere.window().open(elsewhere.begin("company"));
        Window.View refused = elsewhere.window().open(providers.neighbour().portal().resolve(callback.getRawPath() + "?" + callback.getRawQuery()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(elsewhere.signIn("company").status()).as("linked there, not here").isEqualTo(403);
        assertThat(elsewhere.isSignedIn()).isFalse();
    }

    @Test
    void aStateIsGoodOnceInItsOwnBrowserAndNoneIsMadeUp() {
        providers.peer().enter(subject, Map.of("groups", List.of("desk-agents")));
        URI callback = visit.callback("company");
        ProviderVisit thief = new ProviderVisit(vendor);
        thief.callback("company");
        Window.View stolen = thief.window().open(callback);
        assertThat(stolen.status()).as("another browser").isEqualTo(400);
        assertThat(thief.isSignedIn()).isFalse();
        assertNobody(visit.window().open(callback), 400);

        URI second = visit.callback("company");
        assertNobody(visit.window().open(URI.create(second.toString().replaceAll("state=[^&]*", "state=made-up"))), 400);
        assertNobody(visit.window().open(URI.create(second.toString().replaceAll("&state=[^&]*", ""))), 400);
        assertNobody(visit.window().open(URI.create(second + "&state=twice")), 400);
        assertThat(visit.window().open(second).status()).as("untouched by the others").isEqualTo(303);
        Window.View again = visit.window().open(second);
        assertThat(again.status()).as("a second time").isEqualTo(400);
    }

    @Test
    void aCodeOfAnotherSignInIsWorthNothing() {
        providers.peer().enter(subject, Map.of("groups", List.of("desk-agents")));
        String code = visit.callback("company").toString().replaceAll(".*code=([^&]*).*", "$1");
        URI mine = visit.callback("company");
        assertNobody(visit.window().open(URI.create(mine.toString().replaceAll("code=[^&]*", "code=" + code))), 403);
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotRightOpensNothing() {
        return Map.<String, Consumer<JWTClaimsSet.Builder>>of(
                "another nonce", c -> c.claim("nonce", "other"),
                "no nonce", c -> c.claim("nonce", null),
                "another audience", c -> c.audience("another-client"),
                "another authorised party", c -> c.audience(List.of(OpenIdPeer.CLIENT, "another")).claim("azp", "another"),
                "another issuer", c -> c.issuer(providers.other().issuer()),
                "no subject", c -> c.subject(null),
                "an expired one", c -> c.issueTime(ago(900)).expirationTime(ago(600)),
                "one without an end", c -> c.expirationTime(null),
                "one of the future", c -> c.issueTime(ago(-600)).expirationTime(ago(-900))).entrySet().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> refusedWith(() -> providers.peer().spoil(bad.getValue()))));
    }

    private static Date ago(int seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotSignedRightOpensNothing() {
        return Stream.of(OpenIdPeer.Signing.values()).filter(s -> s != OpenIdPeer.Signing.RIGHT)
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> refusedWith(() -> providers.peer().sign(bad))));
    }

    private void refusedWith(Runnable spoil) {
        providers.peer().enter("subject-" + UUID.randomUUID(), Map.of("groups", List.of("desk-agents")));
        spoil.run();
        assertNobody(visit.signIn("company"), 403);
    }

    @Test
    void anAnswerOfAnotherIssuerOrOfNobodyIsRefused() {
        providers.peer().enter(subject, Map.of("groups", List.of("desk-agents")));
        providers.peer().answer(Map.of("iss", providers.other().issuer()));
        assertNobody(visit.signIn("company"), 403);
        providers.peer().answer(Map.of("iss", ""));
        assertNobody(visit.signIn("company"), 403);
    }

    @Test
    void aRefusalOfTheProviderIsToldInOurOwnWords() {
        providers.peer().enter(subject, Map.of());
        providers.peer().answer(Map.of("code", "", "error", "access_denied", "error_description", "<script>alert(1)</script>Provider text"));
        Window.View cancelled = visit.signIn("company");
        assertNobody(cancelled, 403);
        assertThat(cancelled.text()).contains("cancelled").doesNotContain("alert(1)", "Provider text");
        providers.peer().answer(Map.of("code", "", "error", "temporarily_unavailable"));
        assertNobody(visit.signIn("company"), 503);
        providers.peer().answer(Map.of("code", ""));
        assertNobody(visit.signIn("company"), 400);
    }

    @Test
    void aProviderThatCannotBeUsedIsToldAtOnce() {
        Instant before = Instant.now();
        for (String provider : List.of("gone", "inside", "alias", "unset")) {
            Window.View told = visit.window().open(visit.begin(provider));
            assertThat(told.status()).as(provider).isEqualTo(503);
            assertThat(told.text()).contains("That sign-in did not work").doesNotContain("169.254", "refused", "Connection");
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(visit.window().open(vendor.portal().resolve("console/sign-in")).status()).as("the other ways stay").isEqualTo(200);
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterwards() {
        for (String back : List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/%09/evil.example")) {
            providers.peer().enter(subject, Map.of("groups", List.of("desk-agents")));
            URI begin = URI.create(visit.begin("company") + "?back=" + java.net.URLEncoder.encode(back, StandardCharsets.UTF_8));
            URI on = visit.window().open(visit.window().open(visit.window().open(begin).location()).location()).location();
            assertThat(on.getAuthority()).as(back).isEqualTo(vendor.portal().getAuthority());
        }
    }
}
