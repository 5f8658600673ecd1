package dev.pledgedesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {

    private Path home;

    @BeforeEach
    void makeHome() throws Exception {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "home-");
    }

    @AfterEach
    void removeHome() throws Exception {
        new Postmaster(home.resolve("postgres/data")).stop(Duration.ofSeconds(30));
        PrivateFiles.deleteTree(home);
    }

    @Test
    void syncsEveryCommitAndKeepsUnicode() throws Exception {
        try (var database = start(); var connection = database.connect("postgres", Roles.SUPERUSER)) {
            assertThat(ask(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(connection, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(connection, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(connection, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "SELECT upper('é') || length('保修')")).isEqualTo("É2");
            assertThat(ask(connection, "SHOW server_version")).startsWith(PostgresBinaries.MAJOR + ".");
        }
    }

    @Test
    void refusesEverybodyWithoutTheRightPassword() {
        try (var database = start()) {
            String url = database.url("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(url, Roles.SUPERUSER, null)).isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
            assertThatThrownBy(() -> DriverManager.getConnection(url, Roles.SUPERUSER, "postgres")).isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        try (var database = start()) {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    if (!address.isLoopbackAddress()) {
                        assertThatThrownBy(() -> new Socket(address, database.port()).close()).isInstanceOf(ConnectException.class);
                    }
                }
            }
            try (var socket = new Socket("127.0.0.1", database.port())) {
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @Test
    void keepsPasswordsToItsOwner() throws Exception {
        EmbeddedDatabase.start(home).close();
        assertThat(mode("keys/database.properties")).isEqualTo("rw-------");
        assertThat(mode("keys")).isEqualTo("rwx------");
        assertThat(mode("postgres")).isEqualTo("rwx------");
        assertThat(mode("postgres/data")).isEqualTo("rwx------");
        assertThat(home.resolve("postgres/password.new")).doesNotExist();
    }

    @Test
    void findsItsRowsAndItsPortAgain() throws Exception {
        int port;
        try (var database = start(); var connection = database.connect("postgres", Roles.SUPERUSER)) {
            port = database.port();
            run(connection, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
            run(connection, "ALTER SYSTEM SET fsync = off");
        }
        try (var database = start(); var connection = database.connect("postgres", Roles.SUPERUSER)) {
            assertThat(ask(connection, "SELECT sum(n) FROM kept")).isEqualTo("500500");
            assertThat(ask(connection, "SHOW fsync")).as("an ALTER SYSTEM does not outlive a start").isEqualTo("on");
            assertThat(database.port()).isEqualTo(port);
        }
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws Exception {
        Process owner = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), DatabaseOwner.class.getName(), home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(owner.inputReader().readLine()).isEqualTo("committed");
        owner.destroyForcibly();
        assertThat(owner.waitFor(20, TimeUnit.SECONDS)).isTrue();
        var orphan = new Postmaster(home.resolve("postgres/data")).process();
        assertThat(orphan).as("the server outlives its killed owner").isPresent();

        try (var database = start(); var connection = database.connect("postgres", Roles.SUPERUSER)) {
            assertThat(ask(connection, "SELECT count(*) FROM kept")).isEqualTo("1");
            assertThat(new Postmaster(database.dataDirectory()).process().orElseThrow().pid()).isNotEqualTo(orphan.get().pid());
        }
    }

    @Test
    void recoversWhenTheServerItselfWasKilled() throws Exception {
        var killed = start();
        try (var connection = killed.connect("postgres", Roles.SUPERUSER)) {
            run(connection, "CREATE TABLE kept AS SELECT 1 AS n");
        }
        var process = new Postmaster(killed.dataDirectory()).process().orElseThrow();
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);

        try (var database = start(); var connection = database.connect("postgres", Roles.SUPERUSER)) {
            assertThat(ask(connection, "SELECT count(*) FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void comesBackOnItsPortWhenItWasKilled() throws Exception {
        try (var database = start()) {
            try (var connection = database.connect("postgres", Roles.SUPERUSER)) {
                run(connection, "CREATE TABLE kept AS SELECT 1 AS n");
            }
            for (int kill = 1; kill <= 2; kill++) {
                new Postmaster(database.dataDirectory()).process().orElseThrow().destroyForcibly();
                assertThat(Postmaster.await(Duration.ofSeconds(20), () -> !database.isRunning())).isTrue();
                database.revive();
                try (var connection = database.connect("postgres", Roles.SUPERUSER)) {
                    assertThat(ask(connection, "SELECT count(*) FROM kept")).isEqualTo("1");
                }
            }
        }
    }

    @Test
    void isNotKeptFromStartingByAProcessThatHasTheNumberOfAKilledServer() throws Exception {
        start().close();
        Path file = home.resolve("postgres/data/postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + home.resolve("postgres/data") + "\n1\n5432\n\n127.0.0.1\n 1 1\nready\n");
        try (var database = start(); var connection = database.connect("postgres", Roles.SUPERUSER)) {
            assertThat(ask(connection, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void removesWhatAKilledFirstStartHasUnpacked() throws Exception {
        Path programs = Files.createDirectories(home.resolve("programs"));
        Path left = Files.createDirectories(programs.resolve("unpacking-1"));
        Path underWay = Files.createDirectories(programs.resolve("unpacking-2"));
        Files.writeString(left.resolve("half"), "");
        Files.setLastModifiedTime(left, java.nio.file.attribute.FileTime.from(java.time.Instant.now().minus(Duration.ofHours(2))));
        PostgresBinaries.unpacked(programs);
        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    @Test
    void runsAsAnotherUserWhereRootHasNoNamespaces() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root has to change its user");
        start().close();
        System.setProperty(ServiceAccount.USER_PROPERTY, "nobody");
        try (var database = start(); var connection = database.connect("postgres", Roles.SUPERUSER)) {
            assertThat(ask(connection, "SELECT 1")).isEqualTo("1");
            assertThat(Files.getOwner(database.dataDirectory()).getName()).isEqualTo("nobody");
            var pid = new Postmaster(database.dataDirectory()).process().orElseThrow().pid();
            assertThat(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))).anyMatch(line -> line.matches("Uid:\\s+[1-9].*"));
        } finally {
            System.clearProperty(ServiceAccount.USER_PROPERTY);
        }
        try (var database = start()) {
            assertThat(Files.getOwner(database.dataDirectory()).getName()).as("and back").isEqualTo("root");
        }
    }

    @Test
    void saysInOneLineWhatIsWrongWithADataDirectory() throws Exception {
        start().close();
        Path data = home.resolve("postgres/data");

        Files.writeString(data.resolve("PG_VERSION"), "15\n");
        assertOneLine("belongs to PostgreSQL 15");
        Files.writeString(data.resolve("PG_VERSION"), PostgresBinaries.MAJOR + "\n");

        Files.move(data.resolve("global/pg_control"), data.resolve("global/kept"));
        assertOneLine("holds no complete database");
        Files.write(data.resolve("global/pg_control"), new byte[8192]);
        assertOneLine("PostgreSQL did not start on");
        Files.delete(data.resolve("global/pg_control"));
        Files.move(data.resolve("global/kept"), data.resolve("global/pg_control"));

        Files.move(home.resolve("keys/database.properties"), home.resolve("keys/elsewhere"));
        assertOneLine("is missing");
        Files.move(home.resolve("keys/elsewhere"), home.resolve("keys/database.properties"));
        start().close();
    }

    @Test
    void aTemporaryDatabaseLeavesNothing() throws Exception {
        Path data;
        try (var database = EmbeddedDatabase.temporary(); var connection = database.connect("postgres", Roles.SUPERUSER)) {
            data = database.dataDirectory();
            assertThat(ask(connection, "SHOW fsync")).isEqualTo("off");
        }
        assertThat(data.getParent().getParent()).doesNotExist();
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(home, Path.of("target/postgres-programs"));
    }

    private void assertOneLine(String words) {
        assertThatThrownBy(() -> start()).isInstanceOf(DatabaseFailure.class).hasMessageContaining(words)
            .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
    }

    private String mode(String path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(path)));
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }
}
