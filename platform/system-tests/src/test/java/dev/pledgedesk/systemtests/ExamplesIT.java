package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pledgedesk.systemtests.desk.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The examples of both clients, run as their first lines say: a tenant is set up, a ticket filed and followed. */
class ExamplesIT {

    private static final Path CLIENTS = Path.of(System.getProperty("pledgedesk.tenant-config")).resolve("../openapi").toAbsolutePath().normalize();
    private static final List<String> EVENTS = List.of("event    ticket.created", "event    ticket.message-added", "event    ticket.changed", "status   solved");

    @Test
    void theOneInJava() throws Exception {
        Path module = CLIENTS.resolve("client-java");
        assertThat(printed(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djdk.httpclient.allowRestrictedHeaders=host", "-cp",
                module.resolve("target/client-java-0.1.0-SNAPSHOT.jar") + java.io.File.pathSeparator + module.resolve("target/lib") + java.io.File.separator + "*",
                module.resolve("examples/Onboard.java").toString(), ready())).containsSubsequence(EVENTS);
    }

    @Test
    void theOneInJavaScript() throws Exception {
        Path module = CLIENTS.resolve("client-typescript");
        assumeTrue(Files.exists(module.resolve("target/dist/index.js")), "The TypeScript client is built where Node.js is.");
        assertThat(printed("node", "--import", module.resolve("examples/localhost.mjs").toUri().toString(), module.resolve("examples/onboard.mjs").toString(), ready())).containsSubsequence(EVENTS);
    }

    private static String ready() {
        return Server.common().home().resolve("ready.json").toString();
    }

    private static String printed(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
