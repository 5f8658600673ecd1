package dev.pledgedesk.tenancy.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.kernel.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A tenant's folder is taken or refused as a whole, and every refusal names the file and the line. */
class ConfigReaderTest {

    static Stream<Path> tenantFolders() throws IOException {
        return Files.list(Path.of("../../tenant-config")).filter(Files::isDirectory).filter(f -> !f.endsWith("schema")).sorted();
    }

    /** The build validates every file that is delivered. */
    @ParameterizedTest
    @MethodSource("tenantFolders")
    void deliveredFoldersAreValid(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<ConfigFile> read = files.filter(f -> f.toString().endsWith(".yaml")).sorted().map(ConfigReaderTest::file).toList();
            ConfigReader.Result result = SampleFolder.read(read);
            assertThat(result.problems()).isEmpty();
            assertThat(result.config().tenant().key()).isEqualTo(folder.getFileName().toString());
        }
    }

    private static ConfigFile file(Path path) {
        try {
            return new ConfigFile(path.getFileName().toString(), Files.readString(path));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void aFolderWithoutAFaultIsTaken() {
        ConfigReader.Result result = new SampleFolder().read();
        assertThat(result.problems()).isEmpty();
        assertThat(result.config().tenant().numberPrefix()).isEqualTo("KET");
        assertThat(result.config().tickets().ticketTypes().get(0).portal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tenant.yaml       | key: kettles               | key: Kettles                     | tenant.yaml:2
            tenant.yaml       | zone: Asia/Shanghai        | zone: Asia/Nowhere               | tenant.yaml:6
            tenant.yaml       | color: '#112233'           | color: blue                      | tenant.yaml:9
            tenant.yaml       | color: '#112233'           | colour: '#112233'                | tenant.yaml:9
            tenant.yaml       | color: '#112233'           | wrong: x                         | tenant.yaml:8
            tenant.yaml       | {zh-CN: 水壶, en: Kettles}  | {en: Kettles}                    | tenant.yaml:3
            tenant.yaml       | locales: [en, zh-CN]       | locales: [en, fr]                | tenant.yaml:5
            tenant.yaml       | email: help@kettles.example| email: nobody                    | tenant.yaml:12
            organisation.yaml | department: service        | department: nowhere              | organisation.yaml:7
            organisation.yaml | ticket.reply               | ticket.rule                      | organisation.yaml:11
            organisation.yaml | ticket.reply               | tenant.operate                   | organisation.yaml:11
            tickets.yaml      | workflow: standard         | workflow: other                  | tickets.yaml:14
            tickets.yaml      | team: front                | team: back                       | tickets.yaml:15
            tickets.yaml      | next: [solved]}            | next: [done]}                    | tickets.yaml:5
            tickets.yaml      | next: [solved]}            | next: []}                        | tickets.yaml:5
            tickets.yaml      | next: [open, closed]}      | next: [open]}                    | tickets.yaml:7
            tickets.yaml      | category: new,             | category: open,                  | tickets.yaml:4
            tickets.yaml      | category: solved,          | category: pending,               | tickets.yaml:2
            tickets.yaml      | {key: closed,              | {key: open,                      | tickets.yaml:7
            tickets.yaml      | {key: water, name: {en: Water}} | {key: water, name: {en: Water}, parent: leaks} | tickets.yaml:9
            tickets.yaml      | parent: water              | parent: fire                     | tickets.yaml:10
            tickets.yaml      | {key: leaks,               | {key: water,                     | tickets.yaml:10
            tickets.yaml      | kind: choice               | kind: text                       | tickets.yaml:17
            tickets.yaml      | kind: text                 | kind: choice                     | tickets.yaml:22
            tickets.yaml      | kind: text                 | kind: colour                     | tickets.yaml:24
            tickets.yaml      | '^[0-9]+$'                 | '[0-9'                           | tickets.yaml:25
            tickets.yaml      | - key: serial              | - key: model                     | tickets.yaml:22
            tickets.yaml      | status: solved             | status: thanked                  | tickets.yaml:27
            """)
    void aFaultIsToldWithItsLine(String file, String what, String by, String place) {
        assertThat(new SampleFolder().with(file, what, by).problems()).anyMatch(p -> p.startsWith(place + " "));
    }

    private static final String PROVIDER = """
            providers:
              - key: company
                name: {en: Company}
                issuer: https://login.example
                clientId: desk
                secretRef: company
                people: staff
                link: create
                defaultRoles: [agent]
            """;

    @Test
    void theFileOfProvidersMayBeAbsentAndHasDefaults() {
        assertThat(new SampleFolder().read().config().providers()).isEmpty();
        assertThat(new SampleFolder().read().document().has("identity")).as("no change for a tenant that has none").isFalse();
        ConfigReader.Result result = new SampleFolder().plus("identity.yaml", PROVIDER).read();
        assertThat(result.problems()).isEmpty();
        assertThat(result.config().providers()).singleElement().satisfies(p -> {
            assertThat(p.groupsClaim()).isEqualTo("groups");
            assertThat(p.trustVerifiedEmail()).isFalse();
            assertThat(p.rolesOf(List.of("any"))).containsExactly("agent");
        });
    }

    /** What an earlier version of the platform has stored. */
    @Test
    void aStoredConfigurationWithoutProvidersIsReadable() throws Exception {
        var stored = new SampleFolder().read().document();
        assertThat(ConfigJson.MAPPER.treeToValue(stored, dev.pledgedesk.tenancy.TenantConfig.class).providers()).isEmpty();
        var later = new SampleFolder().plus("identity.yaml", PROVIDER).read();
        assertThat(ConfigJson.MAPPER.treeToValue(later.document(), dev.pledgedesk.tenancy.TenantConfig.class)).isEqualTo(later.config());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuer: https://login.example | issuer: http://login.example                                    | identity.yaml:4
            issuer: https://login.example | issuer: http://localhost:8080                                   | identity.yaml:4
            issuer: https://login.example | issuer: https://                                                | identity.yaml:4
            issuer: https://login.example | issuer: 'https://me@login.example'                              | identity.yaml:4
            issuer: https://login.example | issuer: 'https://login.example?x=y'                             | identity.yaml:4
            secretRef: company            | secretRef: ../other                                             | identity.yaml:6
            secretRef: company            | clientSecret: company                                           | identity.yaml:6
            people: staff                 | people: anybody                                                 | identity.yaml:7
            people: staff                 | people: customers                                               | identity.yaml:2
            link: create                  | link: existing                                                  | identity.yaml:2
            defaultRoles: [agent]         | defaultRoles: [boss]                                            | identity.yaml:9
            defaultRoles: [agent]         | defaultRoles: []                                                | identity.yaml:2
            defaultRoles: [agent]         | groupRoles: [{group: a, roles: [boss]}]                         | identity.yaml:9
            secretRef: company            | trustVerifiedEmail: true                                        | identity.yaml:6
            """)
    void aFaultInAProviderIsToldWithItsLine(String what, String by, String place) {
        assertThat(new SampleFolder().plus("identity.yaml", PROVIDER).with("identity.yaml", what, by).problems()).anyMatch(p -> p.startsWith(place + " "));
    }

    @Test
    void aProviderStandsOnceForTheSamePeople() {
        String twice = PROVIDER + PROVIDER.replace("providers:\n", "");
        assertThat(new SampleFolder().plus("identity.yaml", twice).problems()).hasSize(2).anyMatch(p -> p.startsWith("identity.yaml:10 "))
                .anyMatch(p -> p.startsWith("identity.yaml:12 "));
    }

    @Test
    void aRequiredFieldMustBeOneThatCustomersSee() {
        assertThat(new SampleFolder().with("tickets.yaml", "kind: text", "kind: text\n        required: true\n        internal: true").problems())
                .singleElement().asString().startsWith("tickets.yaml:22 ").contains("serial");
    }

    @Test
    void aMissingUnknownOrRepeatedFileIsRefused() {
        assertThat(new SampleFolder().without("tickets.yaml").problems()).singleElement().asString().startsWith("tickets.yaml:1 ");
        assertThat(new SampleFolder().plus("rules.yaml", "a: b").problems()).singleElement().asString().startsWith("rules.yaml:1 ");
        ConfigFile twice = new ConfigFile("tenant.yaml", "key: kettles");
        assertThat(SampleFolder.read(List.of(twice, twice)).problems()).extracting(ConfigPlan.Trouble::message)
                .contains(Messages.in("en").text("config.file-twice", "tenant.yaml"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(new SampleFolder().with("tenant.yaml", "zone: Asia/Shanghai", "zone: Nowhere").with("tickets.yaml", "team: front", "team: back")
                .with("tickets.yaml", "status: solved", "status: thanked").problems()).hasSize(3);
    }

    @Test
    void orderCommentsAndDefaultsMakeNoDifference() {
        SampleFolder other = new SampleFolder().with("tenant.yaml", "# A vendor of kettles.\nkey: kettles\n", "").with("tenant.yaml", "numberPrefix: KET\n",
                "numberPrefix: KET # short\nkey: kettles\n").with("tickets.yaml", "    team: front\n", "    team: front\n    portal: true\n");
        assertThat(other.read().document()).isEqualTo(new SampleFolder().read().document());
    }
}
