package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyFileTest {

    private static final ReadyFile READY = new ReadyFile("http://localhost:8080", new ReadyFile.Operator("http://localhost:8080/", "header.body.signature"),
        List.of(new ReadyFile.Tenant("art-platform", "http://art.localhost:8080/", "http://art.localhost:8080/console",
            List.of(new ReadyFile.Account("agent", "lin@example.com", "long enough words")))), 42, "2026-03-01T08:00:00Z");

    @TempDir
    private Path home;

    @Test
    void hasTheShapeThatScriptsRead() throws Exception {
        READY.write(Home.readyFile(home));
        JsonNode json = new ObjectMapper().readTree(home.resolve("ready.json").toFile());
        assertThat(json.fieldNames()).toIterable().containsExactly("baseUrl", "operator", "tenants", "pid", "startedAt");
        assertThat(json.at("/operator").fieldNames()).toIterable().containsExactly("url", "token");
        assertThat(json.at("/tenants/0").fieldNames()).toIterable().containsExactly("id", "portal", "console", "accounts");
        assertThat(json.at("/tenants/0/accounts/0").fieldNames()).toIterable().containsExactly("role", "name", "password");
        assertThat(json.at("/tenants/0/accounts/0/password").asText()).isEqualTo("long enough words");
        assertThat(json.at("/pid").isIntegralNumber()).isTrue();
        assertThat(ReadyFile.read(home.resolve("ready.json"))).isEqualTo(READY);
    }

    @Test
    void isForItsOwnerOnlyAndGoneWhenTheServerIs() throws Exception {
        AutoCloseable written = READY.write(Home.readyFile(home));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("ready.json")))).isEqualTo("rw-------");
        assertThat(home).isDirectoryContaining("glob:**ready.json").isDirectoryNotContaining("glob:**.new");
        written.close();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void showsNoSecretWhenPrinted() {
        assertThat(READY.toString()).doesNotContain("signature").doesNotContain("long enough words");
    }
}
