package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.database.PrivateFiles;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class LauncherIT {

    private static final String SERVE = "serve";

    private Path home;
    private int port;

    @BeforeEach
    void makeHome() throws Exception {
        home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home with space ");
        port = LauncherProcess.freePort();
    }

    @AfterEach
    void removeHome() throws Exception {
        assertThat(postgres()).as("nothing is left running").isEmpty();
        PrivateFiles.deleteTree(home);
    }

    @Test
    void servesStopsAndServesAgain() throws Exception {
        try (var server = LauncherProcess.start(home, port, List.of(), SERVE)) {
            assertThat(server.awaitLine("READY ")).as(String.join("\n", server.errors())).isTrue();
            assertThat(server.printed().get(server.printed().size() - 1)).matches("READY http://localhost:" + port + " in \\d+\\.\\d s");
            assertThat(server.errors()).isEmpty();

            ReadyFile ready = ReadyFile.read(home.resolve("ready.json"));
            assertThat(ready.baseUrl()).isEqualTo("http://localhost:" + port);
            assertThat(ready.pid()).isEqualTo(server.pid());
            assertThat(ready.operator().token().split("\\.")).hasSize(3);
            assertThat(status("http://127.0.0.1:" + port + "/health/ready")).isEqualTo(200);
            assertListensOnLoopbackOnly();

            try (var second = LauncherProcess.start(home, LauncherProcess.freePort(), List.of(), SERVE)) {
                assertRefused(second, ExitCode.BUSY, "Another PledgeDesk uses " + home);
            }
            try (var samePort = LauncherProcess.start(home.resolve("other"), port, List.of(), SERVE)) {
                assertRefused(samePort, ExitCode.PORT, "Cannot listen on 127.0.0.1:" + port);
            }
            try (var check = LauncherProcess.start(home, port, List.of(), "check")) {
                assertThat(check.awaitExit()).as(String.join("\n", check.errors())).isZero();
            }
            assertThat(ReadyFile.read(home.resolve("ready.json"))).as("none of them disturbed the first").isEqualTo(ready);

            server.terminate();
            server.awaitExit();
            assertThat(home.resolve("ready.json")).doesNotExist();
            assertThat(postgres()).isEmpty();
            assertThat(Files.readString(home.resolve("postgres/data/log").toFile().listFiles()[0].toPath())).contains("database system is shut down");
        }
        try (var again = LauncherProcess.start(home, port, List.of(), SERVE)) {
            assertThat(again.awaitLine("READY ")).as(String.join("\n", again.errors())).isTrue();
        }
    }

    @Test
    void leavesNoDatabaseBehindWhenItIsStoppedWhileStarting() throws Exception {
        try (var server = LauncherProcess.start(home, port, List.of(), SERVE)) {
            assertThat(server.awaitLine("Checks")).isTrue();
            server.terminate();
            assertThat(server.awaitExit()).isNotZero();
        }
        try (var server = LauncherProcess.start(home, port, List.of(), SERVE)) {
            assertThat(server.awaitLine("Database")).isTrue();
            server.terminate();
            assertThat(server.awaitExit()).isNotZero();
        }
        assertThat(postgres()).isEmpty();
    }

    @Test
    void saysInOneLineThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")); var server = LauncherProcess.start(home, taken.getLocalPort(), List.of(), SERVE)) {
            assertRefused(server, ExitCode.PORT, "choose another port by PLEDGEDESK_HTTP_PORT");
        }
    }

    @Test
    void saysInOneLineThatTheHomeCannotBeWritten() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "not a directory");
        try (var server = LauncherProcess.start(file.resolve("home"), port, List.of(), SERVE)) {
            assertRefused(server, ExitCode.HOME, "choose another one by PLEDGEDESK_HOME");
        }
    }

    @Test
    void saysInOneLineThatTheDataDirectoryIsBroken() throws Exception {
        Files.createDirectories(home.resolve("postgres/data/base"));
        Files.writeString(home.resolve("postgres/data/PG_VERSION"), "18\n");
        try (var server = LauncherProcess.start(home, port, List.of(), SERVE)) {
            assertRefused(server, ExitCode.DATABASE, "is broken");
        }
    }

    @Test
    void endsWhenTheApplicationDoesNotComeUp() throws Exception {
        Path war = Files.writeString(home.resolve("broken.war"), "not a zip file");
        try (var server = LauncherProcess.start(home, port, List.of("-Dpledgedesk.war=" + war), SERVE)) {
            assertRefused(server, ExitCode.APPLICATION, "The application did not come up");
        }
    }

    @Test
    void pluginsInterfaceComesFromOutsideTheApplication() throws Exception {
        Path war = LoaderProbeWar.write(home.resolve("probe.war"));
        try (var server = LauncherProcess.start(home, port, List.of("-Dpledgedesk.war=" + war), SERVE)) {
            assertThat(server.awaitLine("READY ")).as(String.join("\n", server.errors())).isTrue();
            String answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/probe")).build(),
                BodyHandlers.ofString()).body();
            assertThat(answer.lines()).containsExactly(
                "the SPI comes from the loader of the server: true",
                "the copy inside the WAR is not used: true",
                "the SPI's loader sees the application: false",
                "a class of the application comes from the loader of the server: false");
        }
    }

    @Test
    void checksAndMigratesWithoutAServer() throws Exception {
        try (var migrate = LauncherProcess.start(home, port, List.of(), "migrate")) {
            assertThat(migrate.awaitExit()).as(String.join("\n", migrate.errors())).isZero();
        }
        try (var check = LauncherProcess.start(home, port, List.of(), "check")) {
            assertThat(check.awaitExit()).as(String.join("\n", check.errors())).isZero();
        }
        try (var print = LauncherProcess.start(home, port, List.of(), "migrate", "--print-bootstrap-sql")) {
            assertThat(print.awaitLine("CREATE SCHEMA IF NOT EXISTS desk")).isTrue();
            assertThat(print.awaitExit()).isZero();
        }
        try (var list = LauncherProcess.start(home, port, List.of(), "tenant", "list")) {
            assertRefused(list, ExitCode.REMOTE, "No running server is known");
        }
    }

    private static void assertRefused(LauncherProcess process, ExitCode code, String words) throws Exception {
        assertThat(process.awaitExit()).as(String.join("\n", process.errors())).isEqualTo(code.number());
        assertThat(process.errors()).singleElement().asString().startsWith("pledgedesk: ").contains(words);
    }

    private void assertListensOnLoopbackOnly() throws Exception {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThat(answers(address)).as(address.toString()).isFalse();
                }
            }
        }
    }

    private boolean answers(InetAddress address) {
        try (var socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (java.io.IOException refused) {
            return false;
        }
    }

    private static int status(String url) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()).statusCode();
    }

    /** A server process that works on the home's data directory. */
    private Optional<ProcessHandle> postgres() {
        String data = home.resolve("postgres/data").toString();
        return ProcessHandle.allProcesses().filter(process -> process.info().arguments().map(List::of).orElse(List.of()).contains(data)).findFirst();
    }
}
