package dev.pledgedesk.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.concurrent.TimeUnit;

/** One data directory and the server on it: creation, start, stop. */
final class Cluster {

    private static final Duration INIT_LIMIT = Duration.ofMinutes(3);
    /** A start may replay the journal of a crash; it is over when the process ends or this time is. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 6;
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Path directory;
    private final Path data;
    private final Path programs;
    private final Path startLog;
    private final ServiceAccount account;
    private final boolean durable;

    /**
     * A cluster that may not exist yet.
     *
     * @param directory holds the data directory; owned by the service account
     * @param programs  the unpacked PostgreSQL
     * @param startLog  where the server writes until its own log is open
     * @param account   as whom it runs
     * @param durable   whether commits must survive a power cut
     */
    Cluster(Path directory, Path programs, Path startLog, ServiceAccount account, boolean durable) {
        this.directory = directory;
        this.data = directory.resolve("data");
        this.programs = programs;
        this.startLog = startLog;
        this.account = account;
        this.durable = durable;
    }

    /** The data directory. */
    Path data() {
        return data;
    }

    /** Whether a data directory is there, good or not. */
    boolean exists() {
        return Files.exists(data);
    }

    /** Creates the data directory; password rules from the first moment, UTF-8, the same sort order on every machine. */
    void create(String superuserPassword) {
        Path draft = directory.resolve("data.new");
        Path passwordFile = directory.resolve("password.new");
        try {
            PrivateFiles.deleteTree(draft);
            Files.deleteIfExists(passwordFile);
            PrivateFiles.create(passwordFile);
            Files.writeString(passwordFile, superuserPassword + "\n");
            account.own(passwordFile);
            var command = new ArrayList<>(List.of(program("initdb"), "--pgdata=" + draft, "--username=" + Roles.SUPERUSER,
                "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"));
            if (!durable) {
                command.add("--no-sync");
            }
            var complaints = new Complaints(startLog, draft.resolve("log"));
            if (run(command, INIT_LIMIT) != 0) {
                throw new DatabaseFailure("The database could not be created in " + directory + ": " + complaints.last() + ".");
            }
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DatabaseFailure("The database could not be created in " + directory + " (" + Reason.of(e) + ").", e);
        } finally {
            remove(passwordFile);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(Cluster.class.getName()).log(System.Logger.Level.WARNING, "Cannot delete {0}: {1}", file, Reason.of(e));
        }
    }

    /** Looks at the data directory before the server does, to say in plain words what is wrong with it. */
    void inspect() {
        Path version = data.resolve("PG_VERSION");
        String advice = " Restore it from a backup, or move it away to start with an empty one.";
        try {
            if (!Files.isRegularFile(version) || !Files.isRegularFile(data.resolve("global/pg_control"))
                || !Files.isRegularFile(data.resolve("postgresql.conf"))) {
                throw new DatabaseFailure("The data directory " + data + " is broken: it holds no complete database." + advice);
            }
            String major = Files.readString(version).strip();
            if (!major.equals(Integer.toString(PostgresBinaries.MAJOR))) {
                throw new DatabaseFailure("The data directory " + data + " belongs to PostgreSQL " + major + ", this is PostgreSQL "
                    + PostgresBinaries.MAJOR + "." + " Dump it with the old release and restore it with this one.");
            }
        } catch (IOException e) {
            throw new DatabaseFailure("The data directory " + data + " cannot be read (" + Reason.of(e) + ")." + advice, e);
        }
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @return the port on loopback
     */
    int start() {
        return start(this::choosePort);
    }

    /**
     * Starts the server again after it died, on the port that its clients know.
     *
     * @param port the port on loopback
     */
    void startAgain(int port) {
        start(() -> port);
    }

    private int start(IntSupplier port) {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(port.getAsInt());
            } catch (NotNow e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                // A backend of a killed server needs a moment to notice that it is alone; a port may be taken between look and use.
                Postmaster.await(Duration.ofMillis(500), () -> false);
            }
        }
    }

    private int startOnce(int port) {
        try {
            var postmaster = new Postmaster(data);
            postmaster.clear(ORPHAN_LIMIT);
            ServerFiles.write(data, port, durable);
            account.own(directory);
            Files.writeString(startLog, "");
            var complaints = new Complaints(startLog, data.resolve("log"));
            String before = postmaster.run();
            Process process = launch(List.of(program("postgres"), "-D", data.toString()));
            boolean answered = Postmaster.await(START_LIMIT, () -> postmaster.isReady(before) || !process.isAlive());
            if (answered && process.isAlive()) {
                Files.writeString(portFile(), Integer.toString(port));
                return port;
            }
            process.destroy();
            String complaint = complaints.last();
            String message = "PostgreSQL did not start on " + data + ": " + complaint + ". If the directory is damaged, restore it from a backup.";
            throw complaint.contains("in use") ? new NotNow(message) : new DatabaseFailure(message);
        } catch (IOException e) {
            throw new DatabaseFailure("PostgreSQL did not start on " + data + " (" + Reason.of(e) + ").", e);
        }
    }

    /** A start that may succeed in a moment. */
    private static final class NotNow extends DatabaseFailure {
        NotNow(String message) {
            super(message);
        }
    }

    /** Stops the server, ours or one that a killed process left behind. */
    void stop() {
        new Postmaster(data).stop(STOP_LIMIT);
    }

    private Path portFile() {
        return directory.resolve("port");
    }

    private int choosePort() {
        try {
            int before = Files.exists(portFile()) ? Integer.parseInt(Files.readString(portFile()).strip()) : 0;
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), before));
                return socket.getLocalPort();
            } catch (IOException taken) {
                try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    return socket.getLocalPort();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DatabaseFailure("No port on loopback is free for PostgreSQL (" + Reason.of(e) + ").", e);
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private int run(List<String> program, Duration limit) throws IOException {
        Process process = launch(program);
        try {
            if (process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new DatabaseFailure(program.get(0) + " did not finish within " + limit.toSeconds() + " s.");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Interrupted while PostgreSQL was being prepared.", e);
        }
    }

    private Process launch(List<String> program) throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own: Ctrl-C goes to the whole terminal group, but the database must stop after the application.
            command.add("/usr/bin/setsid");
        }
        command.addAll(account.command(program));
        var builder = new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(startLog.toFile())).directory(Path.of("/").toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.startsWith("PLEDGEDESK_"));
        environment.put("LANG", "C");
        environment.put("TZ", "UTC");
        return builder.start();
    }
}
