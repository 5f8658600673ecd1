package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.Entitlement;
import dev.pledgedesk.client.model.EntitlementAnswer;
import dev.pledgedesk.client.model.Extension;
import dev.pledgedesk.client.model.ExtensionConfiguration;
import dev.pledgedesk.client.model.ExtensionUse;
import dev.pledgedesk.client.model.NewAnswerQuestion;
import dev.pledgedesk.client.model.NewExtensionConfiguration;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewPanelAction;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.PanelAnswer;
import dev.pledgedesk.client.model.PanelBlock;
import dev.pledgedesk.client.model.PanelValue;
import dev.pledgedesk.client.model.Plugin;
import dev.pledgedesk.client.model.PluginUse;
import dev.pledgedesk.client.model.Priority;
import dev.pledgedesk.client.model.Suggestion;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The delivered plugins at work, as integrators and staff meet them over the client. */
class PluginsIT {

    private final String key = "plugged-" + UUID.randomUUID().toString().substring(24);

    private Vendor vendor(String folder) throws ApiException {
        Folder.of(folder).as(key, key + ".localhost").apply();
        return Vendor.at(key, key + ".localhost");
    }

    private static NewTicket fault(String words, Map<String, Object> more) {
        Map<String, Object> fields = new java.util.HashMap<>(Map.of("model", "HW-200", "occurredAt", "today", "address", "12 Spring Road"));
        fields.putAll(more);
        return new NewTicket().type("fault-report").subject("Heater").description(words).channel(Channel.PHONE).requester(Drafts.guest(Vendor.newAddress())).fields(fields);
    }

    @Test
    void anApplianceMakersPluginChecksClassifiesAndKnowsTheDevice() throws ApiException {
        Vendor maker = vendor("smart-appliance");
        Visitor agent = maker.newStaff("agent").visitor();
        Refusal wrong = Refusal.of(() -> agent.tickets().createTicket(fault("x", Map.of("serialNumber", "JH24Z9990871")), Vendor.newKey()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.pointers()).containsExactly("/fields/serialNumber");
        String repeated = Vendor.newKey();
        NewTicket draft = fault("It shows E06 and smells", Map.of("serialNumber", "JH24H2000871", "purchasedOn", "2024-03-15"));
        Ticket ticket = agent.tickets().createTicket(draft, repeated);
        assertThat(agent.tickets().createTicket(draft, repeated).getId()).as("once, although plugins are asked before").isEqualTo(ticket.getId());
        assertThat(ticket.getPriority()).as("by its fault code").isEqualTo(Priority.URGENT);
        assertThat(ticket.getCategory()).isEqualTo("water-heater");
        assertThat(ticket.getTags()).contains("e06");
        assertThat(agent.tickets().createTicket(fault("E06 again", Map.of()).priority(Priority.LOW).category("fees"), Vendor.newKey())).as("what its writer says counts").satisfies(t -> {
            assertThat(t.getPriority()).isEqualTo(Priority.LOW);
            assertThat(t.getCategory()).isEqualTo("fees");
        });
        assertThat(Refusal.of(() -> agent.tickets().changeTicket(ticket.getId(), new TicketChange().fields(Map.of("serialNumber", "JH24Z9990871")), "\"" + ticket.getVersion() + "\"")).pointers())
                .containsExactly("/fields/serialNumber");

        EntitlementAnswer warranty = agent.extras().listEntitlements(ticket.getId()).getItems().get(0);
        assertThat(warranty.getAnswered()).isTrue();
        assertThat(warranty.getEntitlements()).extracting(Entitlement::getTitle).containsExactly("Warranty", "Extended warranty");
        assertThat(warranty.getEntitlements().get(0).getUntil()).isEqualTo("2027-03-14");
        assertThat(agent.extras().listSuggestions(ticket.getId()).getItems()).extracting(Suggestion::getTitle).containsExactly("E06: Fan fault; exhaust may not leave the room");
        PanelAnswer device = agent.extras().listPanels(ticket.getId()).getItems().get(0);
        assertThat(device.getBlocks()).extracting(PanelBlock::getKind).contains(PanelBlock.KindEnum.FACTS, PanelBlock.KindEnum.ACTION);
        NewPanelAction note = new NewPanelAction().plugin("smart-appliance").use("device").action("firmware").inputs(List.of(new PanelValue().key("version").value("2.4.1")));
        assertThat(agent.extras().actOnPanel(ticket.getId(), note, Vendor.newKey()).getText()).isEqualTo("Noted.");
        assertThat(agent.extras().listPanels(ticket.getId()).getItems().get(0).getBlocks().get(0).getFacts()).extracting(f -> f.getValue()).contains("2.4.1");
        assertThat(Refusal.of(() -> agent.extras().actOnPanel(ticket.getId(), note.inputs(List.of()), Vendor.newKey())).pointers()).containsExactly("/inputs/version");
        assertThat(Refusal.of(() -> agent.extras().actOnPanel(ticket.getId(), new NewPanelAction().plugin("smart-appliance").use("none").action("x"), Vendor.newKey())).status()).isEqualTo(404);
        assertThat(maker.guest().extras().suggestAnswers(new NewAnswerQuestion().type("fault-report").subject("Heater").text("It shows E04")).getItems()).extracting(Suggestion::getTitle).containsExactly("E04: No water flow");
        assertThat(maker.guest().extras().suggestAnswers(new NewAnswerQuestion().type("fault-report").subject("Heater").text("Hello")).getItems()).isEmpty();
        assertThat(Refusal.of(() -> maker.guest().extras().listEntitlements(ticket.getId())).status()).isEqualTo(401);

        Visitor admin = maker.newStaff("tenant-administrator").visitor();
        assertThat(admin.extensions().listExtensions().getItems()).hasSize(5).allSatisfy(e -> assertThat(e.getState()).isEqualTo(Extension.StateEnum.RUNNING));
        assertThat(admin.extensions().listOffers().getItems()).anySatisfy(o -> assertThat(o.getSettings()).extracting(s -> s.getKey()).contains("models", "form"));
        assertThat(admin.extensions().listExtensionFailures(null, null).getItems()).isEmpty();
        assertThat(admin.extensions().getPluginStore("smart-appliance").getEntries()).isEqualTo(1);
        admin.extensions().emptyPluginStore("smart-appliance");
        assertThat(admin.extensions().getPluginStore("smart-appliance").getEntries()).isZero();
        assertThat(admin.extensions().releaseExtension("smart-appliance", "device", Vendor.newKey()).getState()).isEqualTo(Extension.StateEnum.RUNNING);
        assertThat(Refusal.of(() -> admin.extensions().releaseExtension("smart-appliance", "none", Vendor.newKey())).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> agent.extensions().listExtensions()).status()).isEqualTo(403);
        agent.tickets().createMessage(ticket.getId(), new NewMessage().body("Please switch it off."), Vendor.newKey());
    }

    @Test
    void anArtPlatformsPluginKnowsItsRegister() throws ApiException {
        Vendor art = vendor("art-platform");
        Visitor agent = art.newStaff("agent").visitor();
        NewTicket question = new NewTicket().type("authenticity-question").subject("The certificate").description("They sell it without permission").requester(Drafts.guest(Vendor.newAddress()))
                .fields(Map.of("artworkTitle", "竹外三枝", "certificateNumber", "LJC25030418", "reason", "The edition does not fit"));
        Ticket ticket = agent.tickets().createTicket(question, Vendor.newKey());
        assertThat(ticket.getCategory()).isEqualTo("copyright");
        assertThat(agent.extras().listEntitlements(ticket.getId()).getItems()).singleElement().satisfies(e -> assertThat(e.getEntitlements()).extracting(Entitlement::getState).containsExactly(Entitlement.StateEnum.VALID));
        assertThat(agent.extras().listPanels(ticket.getId()).getItems()).hasSize(2).first().satisfies(p -> assertThat(p.getBlocks().get(0).getFacts()).extracting(f -> f.getValue()).contains("竹外三枝"));
        assertThat(agent.extras().listSuggestions(ticket.getId()).getItems()).as("it suggests nothing").isEmpty();
        assertThat(art.guest().extras().listFieldOptions("authenticity-question", "artworkTitle", "三枝").getItems()).singleElement().satisfies(o -> {
            assertThat(o.getValue()).isEqualTo("竹外三枝");
            assertThat(o.getLabel()).contains("许松石");
        });
        assertThat(Refusal.of(() -> art.guest().extras().listFieldOptions("authenticity-question", "certificateNumber", "LJC")).status()).as("offers nothing").isEqualTo(404);
        assertThat(Refusal.of(() -> Vendor.appliance().guest().extras().listFieldOptions("authenticity-question", "artworkTitle", "")).status()).as("another vendor's").isEqualTo(404);
        Visitor manager = art.newStaff("general-manager").visitor();
        assertThat(manager.pluginReports().listPluginReports("2026-10").getItems()).singleElement().satisfies(r -> {
            assertThat(r.getUse()).isEqualTo("royalty-statement");
            assertThat(r.getTables()).singleElement().satisfies(t -> assertThat(t.getRows()).extracting(row -> row.get(0) + " " + row.get(4)).containsExactly("2026-10 12860.00 CNY", "2026-10 3200.00 CNY", "Sum 16060.00 CNY"));
        });
        assertThat(manager.pluginReports().listPluginReports("2020-01").getItems()).isEmpty();
        assertThat(Refusal.of(() -> manager.pluginReports().listPluginReports("2026-13")).status()).isEqualTo(400);
        assertThat(Refusal.of(() -> agent.pluginReports().listPluginReports("2026-10")).status()).isEqualTo(403);
        Visitor admin = art.newStaff("tenant-administrator").visitor();
        assertThat(Refusal.of(() -> admin.extensions().getPluginStore("smart-appliance")).status()).as("what it has not switched on").isEqualTo(404);
        assertThat(Refusal.of(() -> admin.extensions().emptyPluginStore("smart-appliance")).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> admin.extensions().releaseExtension("smart-appliance", "device", Vendor.newKey())).status()).isEqualTo(404);
    }

    @Test
    void settingsAreChangedFromInside() throws ApiException {
        Visitor admin = vendor("smart-appliance").newStaff("tenant-administrator").visitor();
        ExtensionConfiguration now = admin.extensions().getExtensionConfiguration();
        assertThat(now.getPlugins()).singleElement().satisfies(p -> assertThat(p.getExtensions()).hasSize(5));
        String version = "\"" + now.getVersion() + "\"";
        List<PluginUse> used = now.getPlugins();
        ExtensionUse serial = used.get(0).getExtensions().get(0);
        Map<String, Object> before = Map.copyOf(serial.getSettings());
        serial.putSettingsItem("form", "JH(");
        Refusal broken = Refusal.of(() -> admin.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(used), version));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.pointers()).allMatch(p -> p.startsWith("/plugins/0/extensions/0/settings"));
        serial.setSettings(new java.util.HashMap<>(before));
        used.get(0).setVersion("9.0.0");
        assertThat(Refusal.of(() -> admin.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(used), version)).pointers()).contains("/plugins/0/version");
        used.get(0).setVersion(null);
        assertThat(Refusal.of(() -> admin.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(List.of()), version)).pointers()).as("a field asks it")
                .anyMatch(p -> p.startsWith("tickets.yaml:"));
        assertThat(admin.extensions().getExtensionConfiguration()).as("nothing half applied").isEqualTo(now);

        used.get(0).setVersion("1.0.0");
        used.get(0).getExtensions().removeIf(e -> e.getUse().equals("device"));
        ExtensionConfiguration changed = admin.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(used), version);
        assertThat(changed.getVersion()).isEqualTo(now.getVersion() + 1);
        assertThat(admin.extensions().listExtensions().getItems()).hasSize(4).extracting(Extension::getUse).doesNotContain("device");
        assertThat(Refusal.of(() -> admin.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(used), version)).status()).isEqualTo(412);
        assertThat(Refusal.of(() -> admin.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(used), null)).status()).isEqualTo(428);
        assertThat(Refusal.of(() -> admin.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(used), "\"99999999999\"")).status()).isEqualTo(412);
        assertThat(admin.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(used), "*").getVersion()).as("the same is no change").isEqualTo(changed.getVersion());
        assertThat(admin.configuration().getConfiguration().getVersion().longValue()).isEqualTo(changed.getVersion());
    }

    @Test
    void theOperatorSeesWhatRuns() throws ApiException {
        assertThat(Server.common().operator().plugins().listPlugins().getItems()).hasSize(5).allSatisfy(p -> {
            assertThat(p.getState()).isEqualTo(Plugin.StateEnum.RUNNING);
            assertThat(p.getSigned()).as("the distribution vouches for them").isTrue();
            assertThat(p.getLeakedThreads()).isEmpty();
        });
        assertThat(Server.common().operator().plugins().releasePlugin("smart-appliance", "1.0.0", Vendor.newKey()).getState()).isEqualTo(Plugin.StateEnum.RUNNING);
        assertThat(Refusal.of(() -> Server.common().operator().plugins().releasePlugin("smart-appliance", "9.0.0", Vendor.newKey())).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> Vendor.art().staff("agent").visitor().plugins().listPlugins()).status()).as("nothing on a tenant's host").isEqualTo(404);
    }
}
