package dev.pledgedesk.bench.profile;

import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.desk.DeskServer;
import dev.pledgedesk.bench.load.Load;
import dev.pledgedesk.bench.load.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Profiles one kind of work on the running server. Its figures are for reading, never for results.json: watching costs, too. */
public final class Profile {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int LINES = 40;

    private final DeskServer server;
    private final DeskDatabase database;
    private final Path folder;

    public Profile(DeskServer server, DeskDatabase database, Path folder) {
        this.server = server;
        this.database = database;
        this.folder = folder;
    }

    /**
     * Makes a stopped server ready for it. The recorder runs from the start: switching it on later would throw away compiled code.
     *
     * @param home   its home
     * @param folder for files of ours
     * @return options for its JVM
     */
    public static List<String> prepare(Path home, Path folder) throws IOException {
        StatementCosts.load(home);
        Path settings = folder.resolve("samples.jfc").toAbsolutePath();
        try (InputStream in = Profile.class.getResourceAsStream("/samples.jfc")) {
            Files.copy(in, settings);
        }
        return List.of("-XX:StartFlightRecording=name=bench,settings=" + settings + ",maxsize=500m");
    }

    /**
     * Runs the work and writes {@code profile-<work>.txt}.
     *
     * @param load clients that are warm
     * @return the file
     */
    public Path run(Work work, Load load, int pieces) throws Exception {
        Path recording = folder.resolve("profile-" + work.name() + ".jfr").toAbsolutePath();
        StatementCosts.reset(database);
        Instant begin = Instant.now();
        Map<String, Long> before = ThreadCpu.byKind(server.pid());
        DeskServer.Cpu cpuBefore = server.cpu();
        Load.Outcome outcome = load.run(pieces, LIMIT);
        database.awaitDrained();
        DeskServer.Cpu cpu = server.cpu().since(cpuBefore);
        Map<String, Long> threads = ThreadCpu.between(before, ThreadCpu.byKind(server.pid()));
        Instant end = Instant.now();
        jcmd("JFR.dump", "name=bench", "filename=" + recording);
        var text = new StringBuilder(String.format(Locale.ROOT, "== %s: %d requests, server %.3f ms + PostgreSQL %.3f ms of CPU each (with the profiler on)%n", work.name(),
            outcome.count(), (double) cpu.server() / outcome.count(), (double) cpu.database() / outcome.count()));
        text.append("  -- CPU of the server's threads, ms per request\n");
        threads.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .forEach(e -> text.append(String.format(Locale.ROOT, "  %7.3f  %s%n", (double) e.getValue() / outcome.count(), e.getKey())));
        text.append(StatementCosts.text(database, outcome.count()));
        text.append(StatementLog.of(work, database, server.home()));
        text.append(Samples.read(recording, begin, end).text(LINES));
        return Files.writeString(folder.resolve("profile-" + work.name() + ".txt"), text.toString(), StandardCharsets.UTF_8);
    }

    private void jcmd(String... command) throws IOException, InterruptedException {
        var line = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(server.pid())));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", line) + ": " + output);
        }
    }
}
