package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.JournalEntry;
import dev.pledgedesk.client.model.Me;
import dev.pledgedesk.client.model.NewExternalIdentity;
import dev.pledgedesk.client.model.StaffChange;
import dev.pledgedesk.systemtests.desk.Chromium;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.OpenIdPeer;
import dev.pledgedesk.systemtests.desk.PageCheck;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Window;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Signing in at OpenID providers that really speak the protocol, by two tenants: what leads in, and all that does not. */
class OidcIT {

    private static final String SESSION = "desk-session";

    private static OpenIdPeer peer;
    private static OpenIdPeer other;
    /** Software of another maker, which speaks the protocol as that maker has read it. */
    private static MockOAuth2Server foreign;
    private static Vendor vendor;
    private static Vendor neighbour;

    private final String subject = "subject-" + UUID.randomUUID();
    private final Window window = new Window();

    @BeforeAll
    static void setUp() throws Exception {
        peer = OpenIdPeer.start();
        other = OpenIdPeer.start();
        foreign = new MockOAuth2Server();
        foreign.start(InetAddress.getByName("127.0.0.1"), 0);
        vendor = tenant("""
                  - {key: company, name: {en: Company, zh-CN: 公司}, issuer: %1$s, clientId: desk, secretRef: peer, people: staff, link: create, groupRoles: [{group: desk-agents, roles: [agent]}]}
                  - {key: partner, name: {en: Partner}, issuer: %2$s, clientId: desk, secretRef: other, people: staff}
                  - {key: shop, name: {en: Shop}, issuer: %1$s, clientId: desk, secretRef: peer, people: customers, link: create}
                  - {key: club, name: {en: Club}, issuer: %2$s, clientId: desk, secretRef: other, people: customers, trustVerifiedEmail: true}
                  - {key: gone, name: {en: Gone}, issuer: 'http://127.0.0.1:%3$d', clientId: desk, people: staff}
                  - {key: inside, name: {en: Inside}, issuer: 'https://169.254.169.254', clientId: desk, people: staff}
                  - {key: alias, name: {en: Alias}, issuer: '%1$s/', clientId: desk, people: staff}
                  - {key: unset, name: {en: Unset}, issuer: 'https://login.example', clientId: desk, secretRef: nowhere, people: staff}
                  - {key: foreign, name: {en: Foreign}, issuer: '%4$s', clientId: desk, secretRef: other, people: customers, link: create}
                """.formatted(peer.issuer(), other.issuer(), Server.freePort(), foreign.issuerUrl("desk")));
        neighbour = tenant("""
                  - {key: company, name: {en: Company}, issuer: %1$s, clientId: desk, secretRef: peer, people: staff}
                """.formatted(peer.issuer()));
    }

    @AfterAll
    static void tearDown() {
        peer.close();
        other.close();
        foreign.shutdown();
    }

    private static Vendor tenant(String providers) throws IOException, ApiException {
        String key = "oidc-" + UUID.randomUUID().toString().substring(0, 8);
        Folder.of("art-platform").as(key, key + ".localhost").with("identity.yaml", "providers:\n" + providers).apply();
        Path secrets = Files.createDirectories(Server.common().home().resolve("secrets").resolve(key));
        Files.writeString(secrets.resolve("peer"), peer.secret() + "\n");
        Files.writeString(secrets.resolve("other"), other.secret());
        Vendor made = Vendor.at(key, key + ".localhost");
        for (OpenIdPeer each : List.of(peer, other)) {
            each.register(made.portal() + "sign-in/callback");
        }
        return made;
    }

    private static URI start(Vendor at, String provider) {
        return at.portal().resolve("sign-in/with/" + provider);
    }

    /** Goes to the provider and comes back to the door, which is not entered yet. */
    private URI callback(String provider) {
        URI atProvider = window.open(start(vendor, provider)).location();
        return window.open(atProvider).location();
    }

    private Window.View signIn(String provider) {
        return window.open(callback(provider));
    }

    /** Who the window's session says is signed in; fails if nobody is. */
    private Me me() throws ApiException {
        return vendor.guest().with(window.cookie(vendor.portal().getHost(), SESSION)).identity().getMe();
    }

    private void assertNobody(Window.View view, int status) {
        assertThat(view.status()).as(view.text()).isEqualTo(status);
        assertThat(window.cookie(vendor.portal().getHost(), SESSION)).isEmpty();
        assertThat(view.text()).contains("That sign-in did not work");
    }

    private List<String> journal(UUID person) throws ApiException {
        List<JournalEntry> entries = vendor.staff("privacy-officer").visitor().journal().listJournal(person, 100, null).getItems();
        assertThat(entries.toString()).doesNotContain("@example.com", subject);
        return entries.stream().map(JournalEntry::getAction).toList();
    }

    @Test
    void staffWhomTheCompanyVouchesForGetTheRolesOfTheirGroups() throws ApiException {
        peer.enter(subject, Map.of("name", "Wang Wei", "preferred_username", "Wang.Wei" + subject.substring(8, 12), "groups", List.of("desk-agents", "all"),
                "email", "wang@example.com", "email_verified", true));
        URI back = URI.create(start(vendor, "company") + "?back=%2Fconsole%2Fnew");
        URI atProvider = window.open(back).location();
        assertThat(atProvider.getQuery()).contains("response_type=code", "scope=openid", "code_challenge_method=S256", "nonce=", "state=").doesNotContain(peer.secret());
        Window.View in = window.open(window.open(atProvider).location());
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo(vendor.portal().resolve("console/new"));
        assertThat(window.open(in.location()).status()).isEqualTo(200);
        Me me = me();
        assertThat(me.getName()).isEqualTo("Wang Wei");
        assertThat(me.getRoles()).containsExactly("agent");
        UUID id = UUID.fromString(me.getId());
        var member = vendor.staff(Vendor.EVERYTHING).visitor().identity().getStaff(id);
        assertThat(member.getLogin()).isEqualTo("wang.wei" + subject.substring(8, 12));
        assertThat(member.getEmail()).isEqualTo("wang@example.com");
        assertThat(journal(id)).contains("staff.added", "identity.linked", "identity.signed-in");
        assertThat(Refusal.of(() -> vendor.signIn(member.getLogin(), "any password whatever")).status()).as("there is no password").isEqualTo(401);

        assertThat(signIn("company").status()).isEqualTo(303);
        assertThat(me().getId()).as("the same person the next time").isEqualTo(me.getId());
        assertThat(journal(id)).containsOnlyOnce("staff.added", "identity.linked");
    }

    @Test
    void aProviderOfAnotherMakerIsUnderstood() throws ApiException {
        foreign.enqueueCallback(new DefaultOAuth2TokenCallback("desk", subject, "JWT", List.of("desk"), Map.of("name", "Foreign Name"), 300));
        assertThat(signIn("foreign").status()).isEqualTo(303);
        assertThat(me().getName()).isEqualTo("Foreign Name");
    }

    @Test
    void aRealBrowserGoesThereAndBack() {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), Chromium.MISSING);
        Vendor.Account admin = vendor.newStaff(Vendor.EVERYTHING);
        try (Chromium chromium = Chromium.start(executable.get())) {
            try (BrowserContext profile = chromium.profile("en", true, 1440)) {
                peer.enter(subject, Map.of("name", "Wang Wei", "groups", List.of("desk-agents")));
                Page page = profile.newPage();
                page.navigate(vendor.portal() + "console/new");
                page.getByText("Continue with Company").click();
                page.waitForURL("**/console/new");
                assertThat(page.locator("header").innerText()).contains("Wang Wei");
                other.enter(subject, Map.of());
                page.getByText("Linked sign-ins").click();
                page.getByText("Link with Partner").click();
                page.waitForURL("**/console/account/identities");
                assertThat(page.locator("main").innerText()).contains("Company", "Partner");
            }
            PageCheck pages = new PageCheck(chromium);
            String site = vendor.portal().toString();
            for (String language : List.of("zh-CN", "en")) {
                peer.enter(subject, Map.of("name", "Li Na"));
                assertThat(pages.show(language, site, BrowserContext::newPage, Map.of("provider-console-sign-in", "console/sign-in", "provider-sign-in", "sign-in"))).isEmpty();
                assertThat(pages.show(language, site, p -> Chromium.console(p, vendor, admin), Map.of("provider-mine", "console/account/identities",
                        "provider-member", "console/admin/staff/" + admin.id(), "provider-member-identities", "console/admin/staff/" + admin.id() + "/identities"))).isEmpty();
                assertThat(pages.show(language, site, p -> {
                    Page page = p.newPage();
                    page.navigate(site + "sign-in/with/shop");
                    page.waitForURL("**/tickets");
                    return page;
                }, Map.of("provider-customer", "account/identities"))).isEmpty();
            }
        }
    }

    @Test
    void staffWithoutAGroupHereAreNotLetIn() {
        peer.enter(subject, Map.of("groups", List.of("all")));
        assertNobody(signIn("company"), 403);
    }

    @Test
    void aTakenSignInNameIsNotTakenOver() throws ApiException {
        Vendor.Account known = vendor.newStaff("supervisor");
        peer.enter(subject, Map.of("preferred_username", known.login(), "email", "x@example.com", "email_verified", true, "groups", List.of("desk-agents")));
        signIn("company");
        assertThat(me().getId()).isNotEqualTo(known.id().toString());
        assertThat(me().getRoles()).containsExactly("agent");
    }

    @Test
    void customersGetAnAccountOfTheirOwnWhateverTheirMail() throws ApiException {
        String mail = Vendor.newAddress();
        Drafts.filed(vendor, mail, "of somebody else");
        peer.enter(subject, Map.of("name", "Li Na", "email", mail, "email_verified", true));
        Window.View in = signIn("shop");
        assertThat(in.location()).isEqualTo(vendor.portal().resolve("tickets"));
        assertThat(me().getName()).isEqualTo("Li Na");
        assertThat(window.open(in.location()).text()).as("a mail address opens nothing").doesNotContain("of somebody else");
        assertThat(journal(UUID.fromString(me().getId()))).contains("identity.linked", "identity.signed-in");
        String first = me().getId();
        signIn("shop");
        assertThat(me().getId()).isEqualTo(first);
    }

    @Test
    void onlyATrustedAndVerifiedMailLeadsToItsCustomer() throws ApiException {
        String mail = Vendor.newAddress();
        Drafts.filed(vendor, mail, "of the same person");
        other.enter(subject, Map.of("email", mail, "email_verified", false));
        assertNobody(signIn("club"), 403);
        other.enter(subject, Map.of("email", mail, "email_verified", "true"));
        assertNobody(signIn("club"), 403);
        other.enter(subject, Map.of("email", mail, "email_verified", true));
        assertThat(window.open(signIn("club").location()).text()).contains("of the same person");
        other.enter(subject, Map.of());
        signIn("club");
        assertThat(window.open(vendor.portal().resolve("tickets")).text()).as("linked from then on").contains("of the same person");
    }

    @Test
    void anAdministratorLinksAndUnlinks() throws ApiException {
        Vendor.Account agent = vendor.newStaff("agent");
        var identities = vendor.staff(Vendor.EVERYTHING).visitor().externalIdentities();
        other.enter(subject, Map.of("email", "a@example.com", "email_verified", true));
        Window.View refused = signIn("partner");
        assertNobody(refused, 403);
        assertThat(refused.text()).as("so that he can tell it his administrator").contains(subject);

        NewExternalIdentity link = new NewExternalIdentity().issuer(other.issuer()).subject(subject);
        var linked = identities.createExternalIdentity(agent.id(), link, Vendor.newKey());
        assertThat(identities.createExternalIdentity(agent.id(), link, Vendor.newKey()).getId()).as("again is no change").isEqualTo(linked.getId());
        assertThat(identities.listExternalIdentities(agent.id()).getItems()).containsExactly(linked);
        signIn("partner");
        assertThat(me().getId()).isEqualTo(agent.id().toString());
        Vendor.Account second = vendor.newStaff("agent");
        assertThat(Refusal.of(() -> identities.createExternalIdentity(second.id(), link, Vendor.newKey())).status()).isEqualTo(409);
        Refusal unknown = Refusal.of(() -> identities.createExternalIdentity(agent.id(), new NewExternalIdentity().issuer("https://other.example").subject("x"), Vendor.newKey()));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.pointers()).containsExactly("/issuer");
        assertThat(Refusal.of(() -> identities.deleteExternalIdentity(second.id(), linked.getId())).status()).as("not his").isEqualTo(404);

        identities.deleteExternalIdentity(agent.id(), linked.getId());
        assertThat(Refusal.of(this::me).status()).as("his sessions end").isEqualTo(401);
        assertThat(journal(agent.id())).contains("identity.linked", "identity.unlinked");
        window.open(vendor.portal().resolve("console"));
        assertThat(signIn("partner").status()).isEqualTo(403);
    }

    @Test
    void staffLinkThemselvesOnTheirPage() throws ApiException {
        Vendor.Account agent = vendor.newStaff("agent");
        URI door = vendor.portal().resolve("console/sign-in");
        Window.View form = window.open(door);
        assertThat(form.text()).contains("Continue with Company", "/sign-in/with/company?back=").doesNotContain("Continue with Shop");
        window.submit(form, "/console/sign-in", "name=" + agent.login() + "&password=" + agent.password().replace(" ", "+"));
        URI page = vendor.portal().resolve("console/account/identities");
        String text = window.open(page).text();
        String link = text.substring(text.indexOf("/sign-in/link/partner"), text.indexOf('"', text.indexOf("/sign-in/link/partner"))).replace("&amp;", "&");
        assertThat(window.open(page.resolve(link.replaceAll("_form=[^&]*", "_form=forged"))).status()).as("made by another site").isEqualTo(403);

        other.enter(subject, Map.of());
        URI callback = window.open(window.open(page.resolve(link)).location()).location();
        Window.View done = window.open(callback);
        assertThat(done.location()).isEqualTo(page);
        Window.View list = window.open(page);
        assertThat(list.text()).contains(subject);
        window.open(callback);
        assertThat(journal(agent.id())).containsOnlyOnce("identity.linked");

        Window later = new Window();
        URI back = later.open(later.open(start(vendor, "partner")).location()).location();
        later.open(back);
        assertThat(vendor.guest().with(later.cookie(vendor.portal().getHost(), SESSION)).identity().getMe().getId()).isEqualTo(agent.id().toString());
        assertThat(window.submit(list, "/console/account/identities/", "").status()).isEqualTo(303);
        assertThat(window.open(page).text()).doesNotContain(subject);
    }

    @Test
    void whoHasNoOtherWayInKeepsTheOneHeHas() {
        peer.enter(subject, Map.of("name", "Li Na"));
        signIn("shop");
        Window.View page = window.open(vendor.portal().resolve("account/identities"));
        assertThat(page.text()).contains(subject);
        Window.View refused = window.submit(page, "/account/identities/", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("your only way to sign in", subject);
    }

    @Test
    void aDisabledMemberIsRefused() throws ApiException {
        peer.enter(subject, Map.of("groups", List.of("desk-agents")));
        signIn("company");
        UUID id = UUID.fromString(me().getId());
        vendor.staff(Vendor.EVERYTHING).visitor().identity().changeStaff(id, new StaffChange().state(StaffChange.StateEnum.DISABLED), "*");
        Window fresh = new Window();
        Window.View refused = fresh.open(fresh.open(fresh.open(start(vendor, "company")).location()).location());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(fresh.cookie(vendor.portal().getHost(), SESSION)).isEmpty();
    }

    @Test
    void theSameSubjectAtAnotherIssuerIsSomebodyElse() throws ApiException {
        peer.enter(subject, Map.of("groups", List.of("desk-agents")));
        signIn("company");
        assertThat(me().getRoles()).containsExactly("agent");
        Window fresh = new Window();
        other.enter(subject, Map.of("groups", List.of("desk-agents")));
        assertThat(fresh.open(fresh.open(fresh.open(start(vendor, "partner")).location()).location()).status()).isEqualTo(403);
        assertThat(fresh.cookie(vendor.portal().getHost(), SESSION)).isEmpty();
    }

    @Test
    void whatOneTenantHasBegunOrLinkedIsNothingToAnother() {
        peer.enter(subject, Map.of("groups", List.of("desk-agents")));
        signIn("company");
        assertThat(window.open(start(neighbour, "shop")).status()).as("a provider of the other tenant").isEqualTo(404);
        URI callback = callback("company");
        Window visiting = new Window();
        visiting.open(start(neighbour, "company"));
        Window.View refused = visiting.open(neighbour.portal().resolve(callback.getRawPath() + "?" + callback.getRawQuery()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(visiting.open(visiting.open(visiting.open(start(neighbour, "company")).location()).location()).status()).as("linked there, not here").isEqualTo(403);
        assertThat(visiting.cookie(neighbour.portal().getHost(), SESSION)).isEmpty();
    }

    @Test
    void aStateIsGoodOnceInItsOwnBrowserAndNoneIsMadeUp() {
        peer.enter(subject, Map.of("groups", List.of("desk-agents")));
        URI callback = callback("company");
        Window thief = new Window();
        Window.View stolen = thief.open(callback);
        assertThat(stolen.status()).as("another browser").isEqualTo(400);
        assertThat(thief.cookie(vendor.portal().getHost(), SESSION)).isEmpty();
        assertNobody(window.open(callback), 400);

        URI second = callback("company");
        assertNobody(window.open(URI.create(second.toString().replaceAll("state=[^&]*", "state=made-up"))), 400);
        assertNobody(window.open(URI.create(second.toString().replaceAll("&state=[^&]*", ""))), 400);
        assertNobody(window.open(URI.create(second + "&state=twice")), 400);
        assertThat(window.open(second).status()).as("untouched by the others").isEqualTo(303);
        Window.View again = window.open(second);
        assertThat(again.status()).as("a second time").isEqualTo(400);
    }

    @Test
    void aCodeOfAnotherSignInIsWorthNothing() {
        peer.enter(subject, Map.of("groups", List.of("desk-agents")));
        String code = callback("company").toString().replaceAll(".*code=([^&]*).*", "$1");
        URI mine = callback("company");
        assertNobody(window.open(URI.create(mine.toString().replaceAll("code=[^&]*", "code=" + code))), 403);
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotRightOpensNothing() {
        return Map.<String, Consumer<JWTClaimsSet.Builder>>of(
                "another nonce", c -> c.claim("nonce", "other"),
                "no nonce", c -> c.claim("nonce", null),
                "another audience", c -> c.audience("another-client"),
                "another authorised party", c -> c.audience(List.of(OpenIdPeer.CLIENT, "another")).claim("azp", "another"),
                "another issuer", c -> c.issuer(other.issuer()),
                "no subject", c -> c.subject(null),
                "an expired one", c -> c.issueTime(ago(900)).expirationTime(ago(600)),
                "one without an end", c -> c.expirationTime(null),
                "one of the future", c -> c.issueTime(ago(-600)).expirationTime(ago(-900))).entrySet().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> refusedWith(() -> peer.spoil(bad.getValue()))));
    }

    private static Date ago(int seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotSignedRightOpensNothing() {
        return Stream.of(OpenIdPeer.Signing.values()).filter(s -> s != OpenIdPeer.Signing.RIGHT)
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> refusedWith(() -> peer.sign(bad))));
    }

    private void refusedWith(Runnable spoil) {
        peer.enter("subject-" + UUID.randomUUID(), Map.of("groups", List.of("desk-agents")));
        spoil.run();
        assertNobody(signIn("company"), 403);
    }

    @Test
    void anAnswerOfAnotherIssuerOrOfNobodyIsRefused() {
        peer.enter(subject, Map.of("groups", List.of("desk-agents")));
        peer.answer(Map.of("iss", other.issuer()));
        assertNobody(signIn("company"), 403);
        peer.answer(Map.of("iss", ""));
        assertNobody(signIn("company"), 403);
    }

    @Test
    void aRefusalOfTheProviderIsToldInOurOwnWords() {
        peer.enter(subject, Map.of());
        peer.answer(Map.of("code", "", "error", "access_denied", "error_description", "<script>alert(1)</script>Provider text"));
        Window.View cancelled = signIn("company");
        assertNobody(cancelled, 403);
        assertThat(cancelled.text()).contains("cancelled").doesNotContain("alert(1)", "Provider text");
        peer.answer(Map.of("code", "", "error", "temporarily_unavailable"));
        assertNobody(signIn("company"), 503);
        peer.answer(Map.of("code", ""));
        assertNobody(signIn("company"), 400);
    }

    @Test
    void rotatedKeysAreFetchedAndRememberedOnesNot() {
        peer.enter(subject, Map.of("groups", List.of("desk-agents")));
        assertThat(signIn("company").status()).isEqualTo(303);
        int before = peer.keyRequests();
        assertThat(signIn("company").status()).isEqualTo(303);
        assertThat(peer.keyRequests()).isEqualTo(before);
        peer.rotate();
        assertThat(signIn("company").status()).isEqualTo(303);
        assertThat(peer.keyRequests()).isEqualTo(before + 1);
    }

    @Test
    void aProviderThatCannotBeUsedIsToldAtOnce() {
        Instant before = Instant.now();
        for (String provider : List.of("gone", "inside", "alias", "unset")) {
            Window.View told = window.open(start(vendor, provider));
            assertThat(told.status()).as(provider).isEqualTo(503);
            assertThat(told.text()).contains("That sign-in did not work").doesNotContain("169.254", "refused", "Connection");
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(window.open(vendor.portal().resolve("console/sign-in")).status()).as("the other ways stay").isEqualTo(200);
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterwards() {
        for (String back : List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/%09/evil.example")) {
            peer.enter(subject, Map.of("groups", List.of("desk-agents")));
            URI begin = URI.create(start(vendor, "company") + "?back=" + java.net.URLEncoder.encode(back, StandardCharsets.UTF_8));
            URI on = window.open(window.open(window.open(begin).location()).location()).location();
            assertThat(on.getAuthority()).as(back).isEqualTo(vendor.portal().getAuthority());
        }
    }
}
