package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.api.TenantsApi;
import dev.pledgedesk.client.model.Catalogue;
import dev.pledgedesk.client.model.ConfigurationChange;
import dev.pledgedesk.client.model.ConfigurationFile;
import dev.pledgedesk.client.model.ConfigurationFiles;
import dev.pledgedesk.client.model.ConfigurationPlan;
import dev.pledgedesk.client.model.ConfigurationVersion;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.Tenant;
import dev.pledgedesk.client.model.TenantChange;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A tenant's folder becomes its desk: planned, applied, refused, versioned, suspended, exported. Each test sets up a tenant of its own. */
class TenantConfigurationIT {

    private final String key = "probe-" + UUID.randomUUID().toString().substring(0, 8);
    private final String host = key + ".localhost";
    private final TenantsApi operator = Server.common().operator().tenants();
    private final Map<String, String> files = new LinkedHashMap<>();

    TenantConfigurationIT() throws IOException {
        Path folder = Path.of(System.getProperty("pledgedesk.tenant-config"), "art-platform");
        for (String name : List.of("tenant.yaml", "organisation.yaml", "tickets.yaml", "plugins.yaml")) {
            files.put(name, Files.readString(folder.resolve(name), StandardCharsets.UTF_8));
        }
        edit("tenant.yaml", "key: art-platform", "key: " + key);
        edit("tenant.yaml", "[art.localhost]", "[" + host + "]");
        edit("tenant.yaml", "numberPrefix: ART", "numberPrefix: PRB");
    }

    private void edit(String file, String from, String to) {
        assertThat(files.get(file)).contains(from);
        files.put(file, files.get(file).replace(from, to));
    }

    private ConfigurationFiles folder() {
        return new ConfigurationFiles().files(files.entrySet().stream().map(f -> new ConfigurationFile().path(f.getKey()).content(f.getValue())).toList());
    }

    private ConfigurationPlan apply() throws ApiException {
        return operator.applyConfiguration(key, folder(), Vendor.newKey());
    }

    private Vendor vendor() {
        return Vendor.at(key, host);
    }

    @Test
    void aPlanChangesNothingAndAnApplyAll() throws ApiException {
        ConfigurationPlan plan = operator.planConfiguration(key, folder());
        assertThat(plan.getValid()).isTrue();
        assertThat(plan.getRunningVersion()).isNull();
        assertThat(plan.getChanges()).isNotEmpty();
        assertThat(Refusal.of(() -> operator.getTenant(key)).status()).as("planning is not doing").isEqualTo(404);
        assertThat(vendor().guest().send("GET", "/api/v1/catalogue", null).status()).isEqualTo(404);

        assertThat(apply().getAppliedVersion()).isEqualTo(1);
        assertThat(vendor().guest().configuration().getCatalogue().getTenant()).isEqualTo(key);
        ConfigurationPlan again = apply();
        assertThat(again.getAppliedVersion()).as("twice is as good as once").isEqualTo(1);
        assertThat(again.getChanges()).isEmpty();
        assertThat(operator.listConfigurations(key).getItems()).hasSize(1);
        assertThat(Drafts.filed(vendor(), "number").getNumber()).matches("PRB-20[0-9]{2}-000001");
    }

    @Test
    void aChangeShowsAtOnceAndIsAVersion() throws ApiException {
        apply();
        edit("tenant.yaml", "en: Lanjian Art", "en: Renamed Art");
        ConfigurationPlan plan = operator.planConfiguration(key, folder());
        assertThat(plan.getRunningVersion()).isEqualTo(1);
        assertThat(plan.getChanges()).singleElement().satisfies(change -> {
            assertThat(change.getKind()).isEqualTo(ConfigurationChange.KindEnum.CHANGED);
            assertThat(change.getPath()).contains("name");
            assertThat(change.getBefore()).contains("Lanjian Art");
            assertThat(change.getAfter()).contains("Renamed Art");
        });
        assertThat(vendor().guest().configuration().getCatalogue().getName()).isEqualTo("Lanjian Art");
        assertThat(apply().getAppliedVersion()).isEqualTo(2);
        assertThat(vendor().guest().configuration().getCatalogue().getName()).isEqualTo("Renamed Art");
        assertThat(operator.listConfigurations(key).getItems()).extracting(ConfigurationVersion::getVersion).containsExactly(2, 1);
        assertThat(operator.listConfigurations(key).getItems()).extracting(ConfigurationVersion::getDigest).doesNotHaveDuplicates();
        Refusal late = Refusal.of(() -> operator.applyConfiguration(key, folder().expectedVersion(1), Vendor.newKey()));
        assertThat(late.status()).as("planned against an older version").isEqualTo(409);
    }

    @Test
    void aBadFileIsNamedWithLineAndReasonAndChangesNothing() throws ApiException {
        apply();
        Map<String, String> good = new HashMap<>(files);
        edit("tickets.yaml", "    team: artist-care\n", "    team: artist-car\n");
        int line = files.get("tickets.yaml").substring(0, files.get("tickets.yaml").indexOf("artist-car\n")).split("\n").length;
        edit("tenant.yaml", "en: Lanjian Art", "en: Renamed Art");
        ConfigurationPlan plan = operator.planConfiguration(key, folder());
        assertThat(plan.getValid()).isFalse();
        assertThat(plan.getProblems()).anySatisfy(problem -> {
            assertThat(problem.getFile()).isEqualTo("tickets.yaml");
            assertThat(problem.getLine()).isEqualTo(line);
            assertThat(problem.getMessage()).contains("artist-car");
        });
        Refusal refusal = Refusal.of(this::apply);
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.pointers()).anyMatch(p -> p.startsWith("tickets.yaml:" + line + ":"));
        assertThat(vendor().guest().configuration().getCatalogue().getName()).as("nothing of the good file either").isEqualTo("Lanjian Art");

        for (Map.Entry<String, String> bad : Map.of("zone: Asia/Shanghai", "zone: Asia/Nowhere", "numberPrefix: PRB", "numberPrefix: [", "zone: Asia/", "tone: Asia/",
                "color: '#9B2D30'", "color: red").entrySet()) {
            files.putAll(good);
            edit("tenant.yaml", bad.getKey(), bad.getValue());
            assertThat(operator.planConfiguration(key, folder()).getProblems()).as(bad.getValue()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.getFile()).isEqualTo("tenant.yaml");
                assertThat(problem.getLine()).isPositive();
                assertThat(problem.getMessage()).isNotBlank();
            });
        }
        files.putAll(good);
        edit("tenant.yaml", host, "art.localhost");
        assertThat(operator.planConfiguration(key, folder()).getProblems()).as("a host of another tenant").isNotEmpty();
        assertThat(operator.listConfigurations(key).getItems()).hasSize(1);
    }

    @Test
    void recordsKeepTheVersionTheyWereMadeUnder() throws ApiException {
        apply();
        Vendor vendor = vendor();
        NewTicket question = new NewTicket().type("feedback").subject("s").description("d").fields(Map.of("sentiment", "neutral"));
        Ticket before = vendor.guest().tickets().createTicket(question.requester(Drafts.guest(Vendor.newAddress())), Vendor.newKey());
        edit("tickets.yaml", "          - {key: neutral, name: {zh-CN: 一般, en: Neutral}}\n", "");
        edit("tickets.yaml", "    next: [pending, with-department, solved]", "    next: [pending, solved]");
        apply();
        Ticket kept = vendor.staff("agent").visitor().tickets().getTicket(before.getId());
        assertThat(kept.getConfigVersion()).isEqualTo(1);
        assertThat(kept.getFields()).containsEntry("sentiment", "neutral");
        assertThat(Refusal.of(() -> vendor.guest().tickets().createTicket(question, Vendor.newKey())).pointers()).containsExactly("/fields/sentiment");
        Ticket after = Drafts.filed(vendor, "after");
        assertThat(after.getConfigVersion()).isEqualTo(2);
        Ticket moved = move(vendor, move(vendor, kept, "open"), "with-department");
        assertThat(moved.getStatus()).as("its workflow is the old one").isEqualTo("with-department");
        Ticket opened = move(vendor, after, "open");
        assertThat(Refusal.of(() -> move(vendor, opened, "with-department")).status()).isEqualTo(422);
    }

    private static Ticket move(Vendor vendor, Ticket ticket, String status) throws ApiException {
        return vendor.staff("agent").visitor().tickets().changeTicket(ticket.getId(), new dev.pledgedesk.client.model.TicketChange().status(status),
                "\"" + ticket.getVersion() + "\"");
    }

    @Test
    void aSuspendedTenantAnswersThatItIs() throws ApiException {
        apply();
        Vendor vendor = vendor();
        Ticket filed = Drafts.filed(vendor, "before");
        Vendor.Account agent = vendor.staff("agent");
        Tenant active = operator.getTenant(key);
        assertThat(Refusal.of(() -> operator.changeTenant(key, new TenantChange().state(TenantChange.StateEnum.SUSPENDED), null)).status()).isEqualTo(428);
        Tenant suspended = operator.changeTenant(key, new TenantChange().state(TenantChange.StateEnum.SUSPENDED).reason("Contract ended"),
                "\"" + active.getVersion() + "\"");
        assertThat(suspended.getState()).isEqualTo(Tenant.StateEnum.SUSPENDED);
        Answer answer = agent.visitor().send("GET", "/api/v1/tickets/" + filed.getId(), null);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.refusal().detail()).contains("suspended");
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(Vendor.art().guest().configuration().getCatalogue().getTenant()).as("the others go on").isEqualTo("art-platform");
        assertThat(Refusal.of(() -> operator.changeTenant(key, new TenantChange().state(TenantChange.StateEnum.ACTIVE), "\"" + active.getVersion() + "\"")).status())
                .isEqualTo(412);

        operator.changeTenant(key, new TenantChange().state(TenantChange.StateEnum.ACTIVE), "\"" + suspended.getVersion() + "\"");
        assertThat(agent.visitor().tickets().getTicket(filed.getId()).getNumber()).isEqualTo(filed.getNumber());
    }

    @Test
    void anExportIsWholeAndItsOwn() throws Exception {
        apply();
        Vendor vendor = vendor();
        Ticket filed = Drafts.filed(vendor, "exported");
        vendor.staff("agent").visitor().attachments().uploadAttachment("导出.txt", Files.writeString(Files.createTempFile("export", ".txt"), "content").toFile());
        byte[] archive = Server.common().operator().send("GET", "/api/v1/tenants/" + key + "/export", null).body();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        JsonNode manifest = new ObjectMapper().readTree(entries.remove("manifest.json"));
        assertThat(manifest.path("tenant").asText()).isEqualTo(key);
        Map<String, JsonNode> listed = new HashMap<>();
        manifest.path("files").forEach(file -> listed.put(file.path("path").asText(), file));
        assertThat(listed.keySet()).isEqualTo(entries.keySet());
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            JsonNode file = listed.get(entry.getKey());
            assertThat(file.path("sha256").asText()).as(entry.getKey()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(entry.getValue())));
            List<String> rows = new String(entry.getValue(), StandardCharsets.UTF_8).lines().toList();
            assertThat(rows).as(entry.getKey()).hasSize(file.path("rows").asInt());
            for (String row : rows) {
                JsonNode tenant = new ObjectMapper().readTree(row).path("tenant_id");
                assertThat(tenant.asText()).as(entry.getKey()).isEqualTo(manifest.path("tenantId").asText());
            }
        }
        assertThat(new String(entries.get("data/ticket.ndjson"), StandardCharsets.UTF_8)).contains(filed.getId().toString());
        // What is sealed in the database is readable here: the vendor takes it along.
        assertThat(text(entries, "ticket")).contains("\"subject\":\"exported\"");
        assertThat(text(entries, "customer")).contains("@example.com");
        assertThat(text(entries, "staff")).contains("\"name\":\"");
        assertThat(text(entries, "attachment")).contains("\"file_name\":\"导出.txt\"").doesNotContain("content_key");
        assertThat(text(entries, "attachment_chunk")).contains(HexFormat.of().formatHex("content".getBytes(StandardCharsets.UTF_8)));
        assertThat(text(entries, "message")).doesNotContain("\"body\":\"\\\\x01");
        assertThat(entries.keySet()).anyMatch(name -> name.contains("attachment")).anyMatch(name -> name.contains("message")).anyMatch(name -> name.contains("journal"));
    }

    private static String text(Map<String, byte[]> entries, String table) {
        return new String(entries.get("data/" + table + ".ndjson"), StandardCharsets.UTF_8);
    }

    @Test
    void theConfigurationIsReadByWhoMay() throws ApiException {
        apply();
        var running = vendor().staff("supervisor").visitor().configuration().getConfiguration();
        assertThat(running.getVersion()).isEqualTo(1);
        assertThat(running.getDocument().toString()).contains("PRB").contains("artist-care");
        Catalogue catalogue = vendor().guest().configuration().getCatalogue();
        assertThat(catalogue.getLocales()).containsExactly("zh-CN", "en");
        assertThat(operator.listTenants().getItems()).extracting(Tenant::getKey).contains(key, "art-platform", "smart-appliance");
    }
}
