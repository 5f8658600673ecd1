package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.JournalEntry;
import dev.pledgedesk.client.model.Me;
import dev.pledgedesk.client.model.NewExternalIdentity;
import dev.pledgedesk.systemtests.desk.Chromium;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.PageCheck;
import dev.pledgedesk.systemtests.desk.ProviderVisit;
import dev.pledgedesk.systemtests.desk.Providers;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Window;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in at OpenID providers that really speak the protocol: who gets in, as whom, and how people are linked. */
class OidcIT {

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

    private List<String> journal(UUID person) throws ApiException {
        List<JournalEntry> entries = vendor.staff("privacy-officer").visitor().journal().listJournal(person, 100, null).getItems();
        assertThat(entries.toString()).doesNotContain("@example.com", subject);
        return entries.stream().map(JournalEntry::getAction).toList();
    }

    @Test
    void staffWhomTheCompanyVouchesForGetTheRolesOfTheirGroups() throws ApiException {
        providers.peer().enter(subject, Map.of("name", "Wang Wei", "preferred_username", "Wang.Wei" + subject.substring(8, 12), "groups", List.of("desk-agents", "all"),
                "email", "wang@example.com", "email_verified", true));
        URI back = URI.create(visit.begin("company") + "?back=%2Fconsole%2Fnew");
        URI atProvider = visit.window().open(back).location();
        assertThat(atProvider.getQuery()).contains("response_type=code", "scope=openid", "code_challenge_method=S256", "nonce=", "state=").doesNotContain(providers.peer().secret());
        Window.View in = visit.window().open(visit.window().open(atProvider).location());
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo(vendor.portal().resolve("console/new"));
        assertThat(visit.window().open(in.location()).status()).isEqualTo(200);
        Me me = visit.me();
        assertThat(me.getName()).isEqualTo("Wang Wei");
        assertThat(me.getRoles()).containsExactly("agent");
        UUID id = UUID.fromString(me.getId());
        var member = vendor.staff(Vendor.EVERYTHING).visitor().identity().getStaff(id);
        assertThat(member.getLogin()).isEqualTo("wang.wei" + subject.substring(8, 12));
        assertThat(member.getEmail()).isEqualTo("wang@example.com");
        assertThat(journal(id)).contains("staff.added", "identity.linked", "identity.signed-in");
        assertThat(Refusal.of(() -> vendor.signIn(member.getLogin(), "any password whatever")).status()).as("there is no password").isEqualTo(401);

        assertThat(visit.signIn("company").status()).isEqualTo(303);
        assertThat(visit.me().getId()).as("the same person the next time").isEqualTo(me.getId());
        assertThat(journal(id)).containsOnlyOnce("staff.added", "identity.linked");
    }

    @Test
    void aProviderOfAnotherMakerIsUnderstood() throws ApiException {
        providers.foreign().enqueueCallback(new DefaultOAuth2TokenCallback("desk", subject, "JWT", List.of("desk"), Map.of("name", "Foreign Name"), 300));
        assertThat(visit.signIn("foreign").status()).isEqualTo(303);
        assertThat(visit.me().getName()).isEqualTo("Foreign Name");
    }

    @Test
    void aRealBrowserGoesThereAndBack() {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), Chromium.MISSING);
        Vendor.Account admin = vendor.newStaff(Vendor.EVERYTHING);
        try (Chromium chromium = Chromium.start(executable.get())) {
            try (BrowserContext profile = chromium.profile("en", true, 1440)) {
                providers.peer().enter(subject, Map.of("name", "Wang Wei", "groups", List.of("desk-agents")));
                Page page = profile.newPage();
                page.navigate(vendor.portal() + "console/new");
                page.getByText("Continue with Company").click();
                page.waitForURL("**/console/new");
                assertThat(page.locator(".console-header").innerText()).contains("Wang Wei");
                providers.other().enter(subject, Map.of());
                page.navigate(vendor.portal() + "console/account");
                page.getByText("Show and change").click();
                page.getByText("Link with Partner").click();
                page.waitForURL("**/console/account/identities");
                assertThat(page.locator("main").innerText()).contains("Company", "Partner");
            }
            PageCheck pages = new PageCheck(chromium);
            String site = vendor.portal().toString();
            for (String language : List.of("zh-CN", "en")) {
                providers.peer().enter(subject, Map.of("name", "Li Na"));
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
    void aTakenSignInNameIsNotTakenOver() throws ApiException {
        Vendor.Account known = vendor.newStaff("supervisor");
        providers.peer().enter(subject, Map.of("preferred_username", known.login(), "email", "x@example.com", "email_verified", true, "groups", List.of("desk-agents")));
        visit.signIn("company");
        assertThat(visit.me().getId()).isNotEqualTo(known.id().toString());
        assertThat(visit.me().getRoles()).containsExactly("agent");
    }

    @Test
    void customersGetAnAccountOfTheirOwnWhateverTheirMail() throws ApiException {
        String mail = Vendor.newAddress();
        Drafts.filed(vendor, mail, "of somebody else");
        providers.peer().enter(subject, Map.of("name", "Li Na", "email", mail, "email_verified", true));
        Window.View in = visit.signIn("shop");
        assertThat(in.location()).isEqualTo(vendor.portal().resolve("tickets"));
        assertThat(visit.me().getName()).isEqualTo("Li Na");
        assertThat(visit.window().open(in.location()).text()).as("a mail address opens nothing").doesNotContain("of somebody else");
        assertThat(journal(UUID.fromString(visit.me().getId()))).contains("identity.linked", "identity.signed-in");
        String first = visit.me().getId();
        visit.signIn("shop");
        assertThat(visit.me().getId()).isEqualTo(first);
    }

    @Test
    void onlyATrustedAndVerifiedMailLeadsToItsCustomer() throws ApiException {
        String mail = Vendor.newAddress();
        Drafts.filed(vendor, mail, "of the same person");
        providers.other().enter(subject, Map.of("email", mail, "email_verified", false));
        assertNobody(visit.signIn("club"), 403);
        providers.other().enter(subject, Map.of("email", mail, "email_verified", "true"));
        assertNobody(visit.signIn("club"), 403);
        providers.other().enter(subject, Map.of("email", mail, "email_verified", true));
        assertThat(visit.window().open(visit.signIn("club").location()).text()).contains("of the same person");
        providers.other().enter(subject, Map.of());
        visit.signIn("club");
        assertThat(visit.window().open(vendor.portal().resolve("tickets")).text()).as("linked from then on").contains("of the same person");
    }

    @Test
    void anAdministratorLinksAndUnlinks() throws ApiException {
        Vendor.Account agent = vendor.newStaff("agent");
        var identities = vendor.staff(Vendor.EVERYTHING).visitor().externalIdentities();
        providers.other().enter(subject, Map.of("email", "a@example.com", "email_verified", true));
        Window.View refused = visit.signIn("partner");
        assertNobody(refused, 403);
        assertThat(refused.text()).as("so that he can tell it his administrator").contains(subject);

        NewExternalIdentity link = new NewExternalIdentity().issuer(providers.other().issuer()).subject(subject);
        var linked = identities.createExternalIdentity(agent.id(), link, Vendor.newKey());
        assertThat(identities.createExternalIdentity(agent.id(), link, Vendor.newKey()).getId()).as("again is no change").isEqualTo(linked.getId());
        assertThat(identities.listExternalIdentities(agent.id()).getItems()).containsExactly(linked);
        visit.signIn("partner");
        assertThat(visit.me().getId()).isEqualTo(agent.id().toString());
        Vendor.Account second = vendor.newStaff("agent");
        assertThat(Refusal.of(() -> identities.createExternalIdentity(second.id(), link, Vendor.newKey())).status()).isEqualTo(409);
        Refusal unknown = Refusal.of(() -> identities.createExternalIdentity(agent.id(), new NewExternalIdentity().issuer("https://providers.other().example").subject("x"), Vendor.newKey()));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.pointers()).containsExactly("/issuer");
        assertThat(Refusal.of(() -> identities.deleteExternalIdentity(second.id(), linked.getId())).status()).as("not his").isEqualTo(404);

        identities.deleteExternalIdentity(agent.id(), linked.getId());
        assertThat(Refusal.of(visit::me).status()).as("his sessions end").isEqualTo(401);
        assertThat(journal(agent.id())).contains("identity.linked", "identity.unlinked");
        visit.window().open(vendor.portal().resolve("console"));
        assertThat(visit.signIn("partner").status()).isEqualTo(403);
    }

    @Test
    void staffLinkThemselvesOnTheirPage() throws ApiException {
        Vendor.Account agent = vendor.newStaff("agent");
        URI door = vendor.portal().resolve("console/sign-in");
        Window.View form = visit.window().open(door);
        assertThat(form.text()).contains("Continue with Company", "/sign-in/with/company?back=").doesNotContain("Continue with Shop");
        visit.window().submit(form, "/console/sign-in", "name=" + agent.login() + "&password=" + agent.password().replace(" ", "+"));
        URI page = vendor.portal().resolve("console/account/identities");
        String text = visit.window().open(page).text();
        String link = text.substring(text.indexOf("/sign-in/link/partner"), text.indexOf('"', text.indexOf("/sign-in/link/partner"))).replace("&amp;", "&");
        assertThat(visit.window().open(page.resolve(link.replaceAll("_form=[^&]*", "_form=forged"))).status()).as("made by another site").isEqualTo(403);

        providers.other().enter(subject, Map.of());
        URI callback = visit.window().open(visit.window().open(page.resolve(link)).location()).location();
        Window.View done = visit.window().open(callback);
        assertThat(done.location()).isEqualTo(page);
        Window.View list = visit.window().open(page);
        assertThat(list.text()).contains(subject);
        visit.window().open(callback);
        assertThat(journal(agent.id())).containsOnlyOnce("identity.linked");

        ProviderVisit later = new ProviderVisit(vendor);
        later.signIn("partner");
        assertThat(later.me().getId()).isEqualTo(agent.id().toString());
        assertThat(visit.window().submit(list, "/console/account/identities/", "").status()).isEqualTo(303);
        assertThat(visit.window().open(page).text()).doesNotContain(subject);
    }

    @Test
    void whoHasNoOtherWayInKeepsTheOneHeHas() {
        providers.peer().enter(subject, Map.of("name", "Li Na"));
        visit.signIn("shop");
        Window.View page = visit.window().open(vendor.portal().resolve("account/identities"));
        assertThat(page.text()).contains(subject);
        Window.View refused = visit.window().submit(page, "/account/identities/", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("your only way to sign in", subject);
        Window.View console = visit.window().open(vendor.portal().resolve("console/account/identities"));
        assertThat(console.status()).as("that one is for staff").isEqualTo(303);
        assertThat(console.location().getPath()).isEqualTo("/console/sign-in");
    }

    @Test
    void rotatedKeysAreFetchedAndRememberedOnesNot() {
        providers.peer().enter(subject, Map.of("groups", List.of("desk-agents")));
        assertThat(visit.signIn("company").status()).isEqualTo(303);
        int before = providers.peer().keyRequests();
        assertThat(visit.signIn("company").status()).isEqualTo(303);
        assertThat(providers.peer().keyRequests()).isEqualTo(before);
        providers.peer().rotate();
        assertThat(visit.signIn("company").status()).isEqualTo(303);
        assertThat(providers.peer().keyRequests()).isEqualTo(before + 1);
    }
}
