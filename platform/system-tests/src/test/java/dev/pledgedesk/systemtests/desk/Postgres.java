package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The embedded PostgreSQL of a server, for tests that do to it what befalls databases. */
public final class Postgres {

    private static final int PORT_LINE = 3;

    private final Path home;

    /**
     * The database of a server.
     *
     * @param server one that brings its own database
     */
    public Postgres(Server server) {
        this.home = server.home();
    }

    /** Stops all its processes where they stand; they keep their sockets and answer nothing. */
    public void freeze() {
        signal("STOP", processes());
    }

    /** Lets them go on. */
    public void thaw() {
        signal("CONT", processes());
    }

    /** Kills all its processes at once. */
    public void kill() {
        signal("KILL", processes());
    }

    /** Ends every connection of the application and waits until each is gone; the server itself goes on. */
    public void cut() throws SQLException {
        run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'desk_app'");
    }

    /** Runs a statement as its superuser. */
    public void run(String sql) throws SQLException {
        try (Connection connection = connect("postgres"); var statement = connection.createStatement()) {
            statement.execute("set search_path = desk");
            statement.execute(sql);
        }
    }

    /** A connection to the application's database under a role. */
    public Connection connect(String role) throws SQLException {
        Properties passwords = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("keys/database.properties"))) {
            passwords.load(in);
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + pidFile().get(PORT_LINE).strip() + "/pledgedesk", role, passwords.getProperty(role));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
    }

    private List<Long> processes() {
        try {
            ProcessHandle main = ProcessHandle.of(Long.parseLong(pidFile().get(0).strip())).orElseThrow();
            return Stream.concat(Stream.of(main), main.descendants()).map(ProcessHandle::pid).toList();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private static void signal(String name, List<Long> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(pid -> command.add(pid.toString()));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
