package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.plugin.FailureView;
import dev.pledgedesk.plugin.InstalledPlugin;
import dev.pledgedesk.plugin.InstalledPlugin.State;
import dev.pledgedesk.plugin.Plugins;
import dev.pledgedesk.plugin.TenantExtensions;
import dev.pledgedesk.plugin.entity.StoredValues;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.sdk.AnswerSuggester.Suggestion;
import dev.pledgedesk.sdk.EntitlementLookup.Entitlement;
import dev.pledgedesk.sdk.TicketPanel.Panel;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.tenancy.control.ConfigPlan;
import dev.pledgedesk.ticket.Conversation.NewMessage;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.Replies;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketExtras;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plugins in the running application: what good ones do at each point, and what bad ones cannot do. */
@ExtendWith(ArquillianExtension.class)
class PluginsIT extends SealedDesk {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Caller.Identity AGENT = new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(), EnumSet.of(Permission.TICKET_READ, Permission.TICKET_CREATE, Permission.TICKET_WRITE,
            Permission.TICKET_REPLY, Permission.PLUGIN_MANAGE), null, null);
    private static final ConfigFile TICKETS = new ConfigFile("tickets.yaml", String.join("\n", "workflows:", "- key: plain", "  statuses:",
            "  - {key: new, name: {en: New}, category: new, next: [open]}", "  - {key: open, name: {en: Open}, category: open, next: [solved]}", "  - {key: solved, name: {en: Solved}, category: solved, next: [open]}",
            "categories: [{key: device, name: {en: Device}}]", "ticketTypes:", "- key: question", "  name: {en: Question}", "  workflow: plain", "  fields:",
            "  - {key: serial, name: {en: Serial}, kind: text, validator: good/serial}", "  - {key: secret, name: {en: Secret}, kind: text, personal: true}"));

    @Inject
    Plugins plugins;

    @Inject
    TenantExtensions own;

    @Inject
    TicketExtras extras;

    @Inject
    Replies replies;

    @Inject
    StoredValues values;

    @Inject
    PersonalData personalData;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private static ConfigFile plugins(String... lines) {
        return new ConfigFile("plugins.yaml", "plugins:\n" + String.join("\n", lines));
    }

    private static String good(String version, String... uses) {
        return "- {plugin: good, " + (version == null ? "" : "version: " + version + ", ") + "extensions: [" + String.join(", ", uses) + "]}";
    }

    private static String bad(String... uses) {
        return "- {plugin: bad, extensions: [" + String.join(", ", uses) + "]}";
    }

    private <T> T agent(TenantId tenant, Supplier<T> work) {
        return scope.call(tenant, () -> {
            caller.identify(AGENT);
            return work.get();
        });
    }

    private TicketDetails filed(TenantId tenant, String words, Map<String, Object> fields) {
        return agent(tenant, () -> filing.file(new NewTicket("question", null, "Subject", words, null, null, draft("buyer", List.of()).requester(), fields, List.of(), List.of(), null)).ticket());
    }

    private List<String> findings(String key, ConfigFile... files) {
        ConfigPlan plan = configurations.plan(key, List.of(files), Messages.in("en"));
        return plan.problems().stream().map(p -> p.file() + ":" + p.line() + " " + p.message()).toList();
    }

    @Test
    void whatIsFoundRunsOrSaysWhyNot() {
        Map<String, InstalledPlugin> found = plugins.all().stream().collect(java.util.stream.Collectors.toMap(InstalledPlugin::folder, p -> p));
        assertThat(found.get("good/good-1.1.0.jar")).satisfies(p -> {
            assertThat(p.state()).isEqualTo(State.RUNNING);
            assertThat(p.signed()).isTrue();
            assertThat(p.offers()).extracting(InstalledPlugin.Offer::point).contains("ticket-classifier", "field-validator", "reply-check", "answer-suggester", "event-listener", "console-panel", "entitlement-lookup");
        });
        assertThat(found.get("unsigned/unsigned.jar").reason()).contains("nobody whom this server trusts has signed it");
        assertThat(found.get("exits/exits.jar").reason()).contains("hostile.Exits line 2 calls java.lang.System.exit");
        assertThat(found.get("broken/broken.jar").reason()).contains("cannot be read");
        assertThat(found.values()).filteredOn(p -> p.state() == State.FAILED).hasSize(3);
    }

    @Test
    void goodOnesAreHeardAtEachPoint() {
        TenantId a = SmallDesk.configured(configurations, tenants, "plugged-a", TICKETS, plugins(good(null, "{use: by-word, settings: {word: fire}}", "{use: serial}", "{use: tone}", "{use: answers}", "{use: counter}",
                "{use: panel}", "{use: warranty}")));
        TenantId b = SmallDesk.configured(configurations, tenants, "plugged-b", TICKETS, plugins(good("1.0.0", "{use: serial}", "{use: counter}", "{use: panel}", "{use: answers}")));

        TicketDetails burning = filed(a, "There is fire", Map.of("serial", "ab1", "secret", "mine"));
        assertThat(burning.priority()).as("what the classifier says").isEqualTo("high");
        assertThat(burning.tags()).containsExactly("word");
        assertThat(burning.fields()).as("as the validator wants it").containsEntry("serial", "AB1");
        TicketDetails calm = filed(b, "There is fire", Map.of("serial", "ab1"));
        assertThat(calm.priority()).as("next door it is not switched on").isEqualTo("normal");
        Problem refused = catchThrowableOfType(Problem.class, () -> filed(a, "Calm", Map.of("serial", "X1")));
        assertThat(refused.errors()).singleElement().satisfies(e -> {
            assertThat(e.pointer()).isEqualTo("/fields/serial");
            assertThat(Messages.in("zh-CN").text(e.message(), e.arguments().toArray())).isEqualTo("没有这台设备");
        });
        assertThat(catchThrowableOfType(Problem.class, () -> agent(a, () -> changes.change(burning.id(), null, new TicketChange(null, null, null, null, null, null, null, null, Map.of("serial", "X2"))))).errors())
                .extracting(e -> e.pointer()).containsExactly("/fields/serial");
        assertThat(filed(a, "Calm", Map.of("serial", "long")).fields()).as("a value that the field does not take is none").containsEntry("serial", "long");
        assertThat(failures(a)).extracting(FailureView::kind).containsExactly("bad-answer");

        assertThat(catchThrowableOfType(Problem.class, () -> agent(a, () -> replies.add(burning.id(), new NewMessage(false, "Do not be stupid", null, null, List.of()), true))).errors()).extracting(e -> e.pointer()).containsExactly("/body");
        assertThat(catchThrowableOfType(Problem.class, () -> agent(a, () -> replies.add(burning.id(), new NewMessage(false, "Out!!!", null, null, List.of()), false))).errors()).extracting(e -> e.pointer()).containsExactly("/remarksHeard");
        assertThat(agent(a, () -> replies.add(burning.id(), new NewMessage(false, "Out!!!", null, null, List.of()), true)).body()).isEqualTo("Out!!!");
        assertThat(agent(a, () -> replies.add(burning.id(), new NewMessage(true, "stupid, said among us", null, null, List.of()), false)).body()).as("notes are not read").isNotNull();

        assertThat(agent(a, () -> extras.suggestions(burning.id()))).as("the newest version, by what the customer said").containsExactly(new Suggestion("two", "There is fire"));
        assertThat(agent(b, () -> extras.suggestions(calm.id()))).as("the version that the tenant has chosen").extracting(Suggestion::title).containsExactly("one");
        assertThat(agent(a, () -> extras.entitlements(burning.id()))).singleElement().satisfies(e -> assertThat(e.found()).extracting(Entitlement::title).extracting(t -> t.en()).containsExactly("AB1"));
        assertThat(agent(b, () -> extras.entitlements(calm.id()))).isEmpty();

        assertThat(agent(a, () -> extras.act(burning.id(), "good/panel", "keep", Map.of("words", "remember"))).text().en()).isEqualTo("kept");
        assertThat(agent(a, () -> extras.panels(burning.id()))).singleElement().satisfies(s -> assertThat(kept(s.panel())).isEqualTo("remember"));
        assertThat(agent(b, () -> extras.panels(calm.id()))).singleElement().satisfies(s -> assertThat(kept(s.panel())).as("each tenant has its own").isEqualTo("-"));
        assertThat(catchThrowableOfType(Problem.class, () -> agent(a, () -> extras.act(burning.id(), "good/panel", "keep", Map.of()))).errors()).extracting(e -> e.pointer()).containsExactly("/inputs/words");
        assertThat(catchThrowableOfType(Problem.class, () -> agent(a, () -> extras.act(burning.id(), "good/panel", "sell", Map.of()))).errors()).extracting(e -> e.pointer()).containsExactly("/action");
        assertThat(catchThrowableOfType(Problem.class, () -> agent(b, () -> extras.panels(burning.id()))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(leaks("remember")).as("sealed").isEmpty();
    }

    private static ConfigFile plainTickets() {
        return new ConfigFile("tickets.yaml", TICKETS.content().replace(", validator: good/serial", ""));
    }

    @Test
    void whatHappensIsToldToListenersOnceItIsKept() {
        TenantId a = SmallDesk.configured(configurations, tenants, "plugged-c", plainTickets(), plugins(good(null, "{use: counter}")));
        TenantId b = SmallDesk.configured(configurations, tenants, "plugged-d", plainTickets(), plugins(good(null, "{use: counter}")));
        TicketDetails ticket = filed(a, "A word", Map.of());
        filed(a, "Another word", Map.of());
        await().atMost(SOON).untilAsserted(() -> assertThat(stored(a)).containsEntry("count", "2"));
        assertThat(stored(a).get("last")).as("read from the desk by its handle").matches("TWO-\\d+-\\d+ Subject");
        assertThat(agent(a, () -> own.kept("good")).entries()).isEqualTo(3);
        String handle = stored(a).get("handle");
        assertThat(handle).doesNotContain(ticket.id().toString());
        TenantId thief = SmallDesk.configured(configurations, tenants, "plugged-e", plainTickets(), plugins(bad("{use: guesses, settings: {handle: '" + handle + "'}}")));
        TicketDetails his = filed(thief, "Mine", Map.of());
        assertThat(agent(thief, () -> extras.panels(his.id())).get(0).panel().title().en()).as("a handle of another tenant and plugin is none").isEqualTo("nothing");
        TenantId guesser = SmallDesk.configured(configurations, tenants, "plugged-f", plainTickets(), plugins(bad("{use: guesses, settings: {handle: '" + ticket.id() + "'}}")));
        assertThat(agent(guesser, () -> extras.panels(filed(guesser, "x", Map.of()).id())).get(0).panel().title().en()).isEqualTo("nothing");
        TenantId forger = SmallDesk.configured(configurations, tenants, "plugged-g", plainTickets(), plugins(bad("{use: guesses, settings: {handle: x}}")));
        TicketDetails own1 = filed(forger, "x", Map.of());
        byte[] clear = ("\0" + own1.id()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        SmallDesk.configured(configurations, tenants, "plugged-g", plainTickets(), plugins(bad("{use: guesses, settings: {handle: '" + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(clear) + "'}}")));
        assertThat(agent(forger, () -> extras.panels(own1.id())).get(0).panel().title().en()).as("an id in clear is no handle, not even of one's own").isEqualTo("nothing");
        assertThat(stored(b)).isEmpty();
        agent(a, () -> {
            own.empty("good");
            return null;
        });
        assertThat(stored(a)).isEmpty();
        assertThat(OwnerSql.read("select action from journal_entry where tenant_id = ? and action like 'extension.%'", a.value())).containsExactly("extension.emptied");
    }

    /** What a tenant's plugins keep, opened. */
    private Map<String, String> stored(TenantId tenant) {
        return scope.call(tenant, () -> step.call(() -> values.after(NIL, 100).stream().collect(java.util.stream.Collectors.toMap(v -> v.name(),
                v -> personalData.open(v.storeId(), new Place("plugin_value", "content", v.id()), v.content())))));
    }

    @Test
    void badOnesNeitherBreakNorHoldAnything() {
        TenantId a = SmallDesk.configured(configurations, tenants, "bad-a", plainTickets(), plugins(bad("{use: throws}", "{use: slow}", "{use: 'null'}", "{use: category}", "{use: deep}")));
        TenantId b = SmallDesk.configured(configurations, tenants, "bad-b", plainTickets(), plugins(bad("{use: throws}"), good(null, "{use: by-word, settings: {word: fire}}")));
        TicketDetails ticket = filed(a, "Filed all the same", Map.of());
        assertThat(ticket.priority()).isEqualTo("normal");
        assertThat(failures(a)).extracting(f -> f.extension() + " " + f.kind()).containsExactlyInAnyOrder("bad/throws threw", "bad/slow timed-out", "bad/null bad-answer", "bad/category bad-answer", "bad/deep threw");
        assertThat(failures(a)).filteredOn(f -> f.extension().equals("bad/throws")).singleElement().satisfies(f ->
                assertThat(f.place()).startsWith("java.lang.IllegalStateException at hostile.Entry").doesNotContain("the words of a customer"));
        assertThat(filed(b, "fire", Map.of()).priority()).as("others are heard").isEqualTo("high");
        for (int i = 0; i < 5; i++) {
            filed(a, "Again", Map.of());
        }
        assertThat(states(a)).as("left alone for a while").containsEntry("throws", "resting").containsEntry("slow", "resting");
        assertThat(failures(b)).as("each tenant's own").hasSize(1);
        assertThat(states(b)).containsEntry("throws", "running");
        assertThat(agent(a, () -> own.release("bad", "throws")).state()).isEqualTo("running");
        clock.pass(Duration.ofSeconds(31));
        filed(a, "One is tried", Map.of());
        assertThat(states(a)).as("and it is no better").containsEntry("slow", "resting");
    }

    @Test
    void manyAtOnceAreAllHeard() throws Exception {
        TenantId a = SmallDesk.configured(configurations, tenants, "crowd-a", plainTickets(), plugins(good(null, "{use: by-word, settings: {word: fire}}")));
        // Who is known already: of two first tickets of somebody at once, one is told to try again.
        filed(a, "calm", Map.of());
        List<Callable<String>> crowd = Collections.nCopies(24, () -> filed(a, "fire", Map.of()).priority());
        for (Future<String> one : executor.invokeAll(crowd)) {
            assertThat(one.get()).as("three times as many as are asked at once").isEqualTo("high");
        }
        assertThat(failures(a)).isEmpty();
    }

    private Map<String, String> states(TenantId tenant) {
        return agent(tenant, () -> own.all()).stream().collect(java.util.stream.Collectors.toMap(e -> e.ref().use(), e -> e.state()));
    }

    @Test
    void whoIsDeafFillsHisOwnThreadsOnly() {
        TenantId a = SmallDesk.configured(configurations, tenants, "deaf-a", plainTickets(), plugins(bad("{use: deaf}")));
        TenantId b = SmallDesk.configured(configurations, tenants, "deaf-b", plainTickets(), plugins(good(null, "{use: by-word, settings: {word: fire}}")));
        for (int i = 0; i < 3; i++) {
            filed(a, "Filed all the same", Map.of());
        }
        assertThat(failures(a)).extracting(FailureView::kind).containsOnly("timed-out");
        assertThat(plugins.all()).filteredOn(p -> "bad".equals(p.id())).singleElement().satisfies(p -> assertThat(p.threads()).as("those that do not come back").isPositive());
        assertThat(filed(b, "fire", Map.of()).priority()).isEqualTo("high");
        await().atMost(SOON).untilAsserted(() -> assertThat(plugins.all()).filteredOn(p -> "bad".equals(p.id())).singleElement().satisfies(p -> assertThat(p.threads()).isZero()));
        assertThat(plugins.all()).filteredOn(p -> "bad".equals(p.id())).singleElement().satisfies(p -> assertThat(p.state()).isEqualTo(State.RUNNING));
    }

    @Test
    void noPluginIsAskedInsideATransaction() {
        TenantId a = SmallDesk.configured(configurations, tenants, "inside-a", plainTickets(), plugins(good(null, "{use: answers}")));
        assertThatThrownBy(() -> agent(a, () -> step.call(() -> extras.suggestions("question", "x", "y")))).hasStackTraceContaining("never asked inside a transaction");
        assertThat(agent(a, () -> extras.suggestions("question", "x", "y"))).hasSize(1);
    }

    @Test
    void whatAPluginGetsLeadsNowhere() {
        TenantId a = SmallDesk.configured(configurations, tenants, "nowhere-a", plainTickets(), plugins(bad("{use: guesses, settings: {handle: x}}", "{use: calls, settings: {handle: 'http://127.0.0.1:1/'}}")));
        TicketDetails ticket = filed(a, "x", Map.of());
        var shown = agent(a, () -> extras.panels(ticket.id()));
        String context = ((dev.pledgedesk.sdk.TicketPanel.Note) shown.get(0).panel().blocks().get(0)).text().en();
        assertThat(context).as("a class that the SDK's loader has made").doesNotContain("dev.pledgedesk.plugin");
        assertThat(shown.get(1).panel().title().en()).as("no host of its manifest").contains("may not call 127.0.0.1");
    }

    @Test
    void settingsThatDoNotFitAreRefusedWithFileAndLine() {
        assertThat(findings("plugged-x", base("plugged-x"), organisation(), plainTickets(), plugins("- {plugin: none, extensions: [{use: x}]}", "- {plugin: good, version: 9.0.0, extensions: [{use: tone}]}")))
                .containsExactly("plugins.yaml:2 The plugin \"none\" does not run on this server.", "plugins.yaml:3 This server has no version 9.0.0 of the plugin \"good\".");
        assertThat(findings("plugged-x", base("plugged-x"), organisation(), TICKETS, plugins("- plugin: good", "  extensions:", "  - use: no-such", "  - use: by-word", "    settings:", "      word: never",
                "  - use: caller", "    settings: {address: nowhere}"))).containsExactly(
                "plugins.yaml:4 The plugin \"good\" does not offer \"no-such\"; it offers: by-word, serial, tone, answers, counter, panel, warranty, caller.",
                "plugins.yaml:6 never is no word", "plugins.yaml:9 Must be an address such as https://www.example.com/path or imaps://mail.example.com",
                "tickets.yaml:13 \"good/serial\" is not switched on in plugins.yaml, or checks no fields.");
        assertThat(findings("plugged-x", base("plugged-x"), organisation(), plainTickets(), plugins("- plugin: good", "  extensions:", "  - use: by-word", "    settings: {word: fire, key: not-kept}", "  - use: by-word", "    settings: {}")))
                .containsExactly("plugins.yaml:5 The operator keeps no secret of this name for this tenant", "plugins.yaml:6 The key \"by-word\" is used twice.", "plugins.yaml:7 Must be set: Word");
        assertThat(findings("plugged-x", base("plugged-x"), organisation(), plainTickets(), plugins("- plugin: good", "  extensions:", "  - use: caller", "    settings: {address: 'https://127.0.0.1:1/'}")))
                .singleElement().satisfies(f -> assertThat(f).startsWith("plugins.yaml:4 The plugin does not accept these settings:"));
        assertThat(findings("plugged-x", base("plugged-x"), organisation(), plainTickets(), plugins(bad("{use: unmade}")))).singleElement()
                .satisfies(f -> assertThat(f).isEqualTo("plugins.yaml:2 The plugin does not accept these settings: cannot be made"));
    }

    private static ConfigFile base(String key) {
        return new ConfigFile("tenant.yaml", String.join("\n", "key: " + key, "name: {en: Two}", "numberPrefix: TWO", "locales: [en]", "zone: Asia/Shanghai", "hosts: [" + key + ".localhost]",
                "branding: {color: '#0b5f6b', monogram: T}", "contact: {phone: '1'}"));
    }

    private static ConfigFile organisation() {
        return new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]", "teams: [{key: first, name: {en: First}, department: desk}]",
                "roles: [{key: agent, name: {en: Agent}, permissions: [ticket.read]}]"));
    }

    private static String kept(Panel panel) {
        return ((dev.pledgedesk.sdk.TicketPanel.Facts) panel.blocks().get(0)).facts().get(0).value().en();
    }

    private List<FailureView> failures(TenantId tenant) {
        return agent(tenant, () -> own.failures(PageRequest.first(50)).items());
    }
}
