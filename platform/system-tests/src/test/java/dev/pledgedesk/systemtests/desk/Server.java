package dev.pledgedesk.systemtests.desk;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server under test: one that this class starts from the built distribution, or one that runs already. All tests share {@link #common()};
 * only tests about starting and stopping have one of their own.
 */
public final class Server implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final long STOP_LIMIT_SECONDS = 60;

    private static Server common;
    private static RuntimeException failure;

    private final Path home;
    private final Process process;
    private final JsonNode ready;
    private final int port;

    private Server(Path home, Process process, JsonNode ready) {
        this.home = home;
        this.process = process;
        this.ready = ready;
        this.port = URI.create(ready.path("baseUrl").asText()).getPort();
    }

    /**
     * The server of the whole run, started by the first call.
     *
     * @return a server that is ready
     * @throws IllegalStateException if it did not start; every later call gives the same answer at once
     */
    public static synchronized Server common() {
        if (failure != null) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        if (common == null) {
            try {
                common = running().orElseGet(() -> {
                    Path home = output().resolve("home");
                    deleteTree(home);
                    return start(home, freePort());
                });
            } catch (RuntimeException broken) {
                failure = broken;
                throw broken;
            }
        }
        return common;
    }

    static synchronized void stopCommon() {
        if (common != null) {
            common.close();
            common = null;
        }
    }

    private static Optional<Server> running() {
        String address = System.getProperty("pledgedesk.base-url", "");
        if (address.isBlank()) {
            return Optional.empty();
        }
        Path file = Path.of(System.getProperty("pledgedesk.ready-file", ""));
        Server server = new Server(file.toAbsolutePath().getParent(), null, read(file));
        if (!server.address().equals(URI.create(address))) {
            throw new IllegalStateException(file + " is not of the server at " + address);
        }
        return Optional.of(server);
    }

    /**
     * Starts one of one's own with the demo's tenants and waits until it is ready.
     *
     * @param home directory for its data, made if absent
     * @param port TCP port on loopback
     * @return the ready server
     * @throws IllegalStateException with what it printed if it ends or does not get ready in time
     */
    public static Server start(Path home, int port) {
        return start(home, port, Map.of("PLEDGEDESK_PROFILE", "demo"));
    }

    /**
     * Starts one with settings of its own, for production unless they say otherwise, and waits until it is ready.
     *
     * @param home     directory for its data, made if absent
     * @param port     TCP port on loopback
     * @param settings environment variables
     * @return the ready server
     * @throws IllegalStateException with what it printed if it ends or does not get ready in time
     */
    public static Server start(Path home, int port, Map<String, String> settings) {
        Path distribution = Path.of(System.getProperty("pledgedesk.distribution")).toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(withoutIgnoredSignals());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(distribution.resolve("desk.jsa"))) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + distribution.resolve("desk.jsa"), "-Xshare:auto", "-Xlog:disable"));
        }
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=Pacific/Chatham", "-Duser.language=tr", "-Duser.country=TR",
                "-Dpledgedesk.stop-with-parent=true", "-jar", distribution.resolve("pledgedesk.jar").toString(), "serve"));
        try {
            Files.createDirectories(home);
            Path log = Files.createDirectories(output()).resolve("server-" + port + ".log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PLEDGEDESK_"));
            // So that tests can come from many addresses.
            builder.environment().put("PLEDGEDESK_TRUSTED_PROXIES", "127.0.0.1,::1");
            // Tests ask more than people do; LimitsIT uses up the limit of guests, which are told apart by address.
            builder.environment().put("PLEDGEDESK_LIMITS_STAFF", "1000000");
            // One node knows at once that a tenant was suspended.
            builder.environment().put("PLEDGEDESK_TRANSFER_QUIET", "PT0S");
            builder.environment().putAll(settings);
            builder.environment().put("PLEDGEDESK_HOME", home.toString());
            builder.environment().put("PLEDGEDESK_HTTP_PORT", Integer.toString(port));
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            await("a line that begins with READY").atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> !process.isAlive() || saysReady(log));
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with " + process.exitValue() + ":\n" + Files.readString(log));
            }
            return new Server(home, process, read(home.resolve("ready.json")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A build that runs in the background may have Ctrl-C ignored, and its children would inherit that. */
    private static List<String> withoutIgnoredSignals() {
        try {
            Process probe = new ProcessBuilder("env", "--default-signal=INT", "true").redirectErrorStream(true).start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0 ? List.of("env", "--default-signal=INT") : List.of();
        } catch (IOException noSuchProgram) {
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static boolean saysReady(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.startsWith("READY "));
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException absent) {
            throw new UncheckedIOException("-Dpledgedesk.ready-file must name the ready.json of the running server", absent);
        }
    }

    /**
     * A port that nobody listens on now.
     *
     * @return a TCP port of loopback
     */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /**
     * Where tests leave files.
     *
     * @return the module's build directory
     */
    public static Path output() {
        return Path.of(System.getProperty("pledgedesk.output", "target")).toAbsolutePath();
    }

    /**
     * The operator's address.
     *
     * @return scheme, host and port
     */
    public URI address() {
        return URI.create(ready.path("baseUrl").asText());
    }

    /**
     * What ready.json says.
     *
     * @return the whole document
     */
    public JsonNode ready() {
        return ready;
    }

    /**
     * Where the server keeps its data and keys.
     *
     * @return the directory that ready.json stands in
     */
    public Path home() {
        return home;
    }

    /**
     * The operator, on the operator's host.
     *
     * @return a caller with the operator's token
     */
    public Visitor operator() {
        return Visitor.at(address(), address().getAuthority(), ready.path("operator").path("token").asText());
    }

    /**
     * Presses Ctrl-C.
     *
     * @return the exit status
     * @throws Exception if it does not end in time
     */
    public int interrupt() throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start().waitFor();
        if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end after Ctrl-C");
        }
        return process.exitValue();
    }

    /**
     * Asks it to stop in good order and waits until it has.
     *
     * @throws InterruptedException if the test is broken off
     */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end after SIGTERM");
        }
    }

    /**
     * Kills it as a power cut would, without a word.
     *
     * @throws InterruptedException if the test is broken off
     */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * The main process of its embedded database.
     *
     * @return empty while none runs
     */
    public Optional<ProcessHandle> database() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).get(0).strip())).filter(ProcessHandle::isAlive);
        } catch (IOException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** The TCP port it listens on. */
    public int port() {
        return port;
    }

    /**
     * Processes of this machine that work on this server's data.
     *
     * @return command lines, empty when nothing is left
     */
    public List<String> databaseProcesses() {
        String data = home.toString();
        return ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()).filter(line -> line.contains("postgres") && line.contains(data)).toList();
    }

    /** Stops it, if this class has started it, and the database that it left behind if it was killed. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        if (!process.isAlive()) {
            database().ifPresent(ProcessHandle::destroy);
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Deletes a directory with all it holds, if it is there.
     *
     * @param directory a directory under {@link #output()}
     */
    public static void deleteTree(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }
}
