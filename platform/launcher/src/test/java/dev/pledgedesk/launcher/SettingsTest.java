package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Settings read(Map<String, String> values) {
        return Settings.read(values::get);
    }

    @Test
    void servesThisMachineOnlyUnlessToldOtherwise() {
        Settings settings = read(Map.of());
        assertThat(settings.httpAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.profile()).isEqualTo(Settings.Profile.PRODUCTION);
        assertThat(settings.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".pledgedesk"));
        assertThat(settings.external()).isEmpty();
        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8080");
    }

    @Test
    void takesWhatIsSet() {
        Settings settings = read(Map.of("PLEDGEDESK_HTTP_PORT", " 9090 ", "PLEDGEDESK_HTTP_ADDRESS", "0.0.0.0", "PLEDGEDESK_HOME", "/srv/../srv/desk",
            "PLEDGEDESK_PROFILE", "demo", "PLEDGEDESK_OPERATOR_HOST", "ops.example.com"));
        assertThat(settings).isEqualTo(new Settings(9090, "0.0.0.0", "ops.example.com", Path.of("/srv/desk"), Settings.Profile.DEMO, java.util.Optional.empty(),
            new Settings.Node(java.util.Optional.empty(), java.time.Duration.ZERO)));
    }

    @Test
    void oneOfSeveralTakesItsTimeToStopAndItsKeysFromElsewhere() {
        Map<String, String> several = Map.of("PLEDGEDESK_DB_URL", "jdbc:postgresql://db/pledgedesk", "PLEDGEDESK_DB_USER", "desk_app",
            "PLEDGEDESK_DB_PASSWORD", "s3cret", "PLEDGEDESK_KEYS", "/srv/../srv/keys");
        assertThat(read(several).node()).isEqualTo(new Settings.Node(java.util.Optional.of(Path.of("/srv/keys")), java.time.Duration.ofSeconds(5)));
        assertThat(read(Map.of("PLEDGEDESK_DRAIN_SECONDS", "20")).node().drain()).hasSeconds(20);
    }

    @Test
    void anEmptyVariableIsNoValue() {
        assertThat(read(Map.of("PLEDGEDESK_HTTP_PORT", "", "PLEDGEDESK_DB_URL", " ")).external()).isEmpty();
    }

    @Test
    void namesTheSettingThatMakesNoSense() {
        assertUsage(Map.of("PLEDGEDESK_HTTP_PORT", "http"), "PLEDGEDESK_HTTP_PORT is \"http\"");
        assertUsage(Map.of("PLEDGEDESK_HTTP_PORT", "70000"), "from 1 to 65535");
        assertUsage(Map.of("PLEDGEDESK_DRAIN_SECONDS", "-1"), "from 0 to 600");
        assertUsage(Map.of("PLEDGEDESK_DRAIN_SECONDS", "999"), "from 0 to 600");
        assertUsage(Map.of("PLEDGEDESK_PROFILE", "Demo"), "must be production or demo");
        assertUsage(Map.of("PLEDGEDESK_DB_URL", "postgres://x"), "jdbc:postgresql");
        assertUsage(Map.of("PLEDGEDESK_DB_URL", "jdbc:postgresql://db/pledgedesk", "PLEDGEDESK_DB_USER", "desk_app"), "PLEDGEDESK_DB_PASSWORD is missing");
        assertUsage(Map.of("PLEDGEDESK_DB_URL", "jdbc:postgresql://db/pledgedesk", "PLEDGEDESK_DB_USER", "desk_app", "PLEDGEDESK_DB_PASSWORD", "s3cret",
            "PLEDGEDESK_DB_OWNER_USER", "desk_owner"), "PLEDGEDESK_DB_OWNER_PASSWORD is missing");
    }

    @Test
    void neverShowsAPassword() {
        Settings settings = read(Map.of("PLEDGEDESK_DB_URL", "jdbc:postgresql://db/pledgedesk", "PLEDGEDESK_DB_USER", "desk_app",
            "PLEDGEDESK_DB_PASSWORD", "s3cret"));
        assertThat(settings.toString()).contains("desk_app").doesNotContain("s3cret");
    }

    private static void assertUsage(Map<String, String> values, String words) {
        assertThatThrownBy(() -> read(values)).isInstanceOf(LauncherFailure.class).hasMessageContaining(words)
            .satisfies(failure -> assertThat(((LauncherFailure) failure).exitCode()).isEqualTo(ExitCode.USAGE));
    }
}
