package dev.pledgedesk.bench.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.process.Memory;
import dev.pledgedesk.bench.process.ProcessStat;
import dev.pledgedesk.bench.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server of a distribution, started by its own script with the options of production, and its PostgreSQL. */
public final class DeskServer implements AutoCloseable {

    /** Rates are counted as always, but so wide that a load never meets them: eight people do the work of hundreds here. */
    public static final List<String> WIDE_LIMITS = Stream.of("guest", "customer", "staff", "client", "operator", "tenant", "tickets", "uploads")
        .map(name -> "-Dpledgedesk.limits." + name + "=2000000000").toList();

    private static final long START_LIMIT_NANOS = TimeUnit.MINUTES.toNanos(10);

    /**
     * CPU used since the start, milliseconds.
     *
     * @param server   the server's process
     * @param database all processes of PostgreSQL, those that ended included
     */
    public record Cpu(long server, long database) {

        /** Both. */
        public long sum() {
            return server + database;
        }

        /** What was used between an earlier look and this one. */
        public Cpu since(Cpu earlier) {
            return new Cpu(server - earlier.server, database - earlier.database);
        }
    }

    private final Process process;
    private final Path home;
    private final int port;
    private final Cpu untilReady;
    private final JsonNode ready;
    private long observer;

    private DeskServer(Process process, Path home, int port) throws IOException {
        this.process = process;
        this.home = home;
        this.port = port;
        this.untilReady = new Cpu(Processes.stat(process.pid()).map(ProcessStat::allMillis).orElse(0L), Processes.treeMillis(postmaster(), 0));
        this.ready = new ObjectMapper().readTree(home.resolve("ready.json").toFile());
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param distribution the folder with {@code bin/pledgedesk}
     * @param home         where its data are or will be
     * @param port         for HTTP on loopback
     * @param javaOptions  beside those of production
     */
    public static DeskServer start(Path distribution, Path home, int port, List<String> javaOptions) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(distribution.resolve("bin/pledgedesk").toAbsolutePath().toString(), "serve", "--profile", "production");
        builder.environment().put("PLEDGEDESK_HOME", home.toAbsolutePath().toString());
        builder.environment().put("PLEDGEDESK_HTTP_PORT", Integer.toString(port));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PLEDGEDESK_JAVA_OPTS", String.join(" ", javaOptions) + " -Dpledgedesk.stop-with-parent=true");
        Path output = home.resolveSibling(home.getFileName() + ".out");
        Files.createDirectories(output.toAbsolutePath().getParent());
        Path readyFile = home.resolve("ready.json");
        Files.deleteIfExists(readyFile);
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        long end = System.nanoTime() + START_LIMIT_NANOS;
        while (!Files.exists(readyFile)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IOException("The server did not start:\n" + Files.readString(output));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return new DeskServer(process, home, port);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).get(0).strip());
    }

    /** The port for HTTP. */
    public int port() {
        return port;
    }

    /** Its home. */
    public Path home() {
        return home;
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** The operator's token. */
    public String operatorToken() {
        return ready.path("operator").path("token").asText();
    }

    /** What the start cost, until the server said that it is ready. */
    public Cpu untilReady() {
        return untilReady;
    }

    /** CPU of a connection with this number at the database is not counted: it is that of the measurement. */
    public void overlook(long backend) {
        observer = backend;
    }

    /** CPU used so far. */
    public Cpu cpu() throws IOException {
        return new Cpu(Processes.stat(process.pid()).orElseThrow(() -> new IOException("the server has ended")).ownMillis(),
            Processes.treeMillis(postmaster(), observer));
    }

    /** Memory of the server's process. */
    public Memory serverMemory() {
        return Processes.memory(process.pid());
    }

    /** Memory of all processes of PostgreSQL. */
    public Memory databaseMemory() throws IOException {
        long postmaster = postmaster();
        return Processes.children(postmaster).stream().map(child -> Processes.memory(child.pid())).reduce(Processes.memory(postmaster), Memory::plus);
    }

    /** Stops it in good order. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IOException("The server (process " + process.pid() + ") does not stop.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
