package dev.pledgedesk.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The main process of a PostgreSQL server as its data directory describes it in {@code postmaster.pid}. */
final class Postmaster {

    private static final int START_LINE = 2;
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;
    private static final Duration POLL = Duration.ofMillis(20);

    private final Path data;

    /**
     * The server on a data directory, running or not.
     *
     * @param data the data directory
     */
    Postmaster(Path data) {
        this.data = data;
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException absent) {
            return List.of();
        } catch (IOException e) {
            throw new DatabaseFailure("The data directory " + data + " cannot be read (" + Reason.of(e) + ").", e);
        }
    }

    /** The process, if the file names one that lives and is a PostgreSQL: after a crash the number may belong to anybody. */
    Optional<ProcessHandle> process() {
        List<String> lines = pidFile();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(Postmaster::isPostgres).filter(process -> !isZombie(process));
    }

    /** The port that the running server listens on. */
    int port() {
        List<String> lines = pidFile();
        if (lines.size() <= PORT_LINE || !lines.get(PORT_LINE).strip().matches("\\d{1,5}")) {
            throw new DatabaseFailure("PostgreSQL on " + data + " is just starting or stopping. Try again in a moment.");
        }
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    /** What tells one run of the server from another: process and start time; empty when there is no file. */
    String run() {
        List<String> lines = pidFile();
        return lines.size() > START_LINE ? lines.get(0) + " " + lines.get(START_LINE) : "";
    }

    /**
     * True when the server says in its file that it accepts connections.
     *
     * @param staleRun the {@link #run()} before the start: a crash leaves a file that still says ready
     */
    boolean isReady(String staleRun) {
        List<String> lines = pidFile();
        return lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready") && !run().equals(staleRun);
    }

    /**
     * Makes room for a start after the main process was killed: waits for its children, which hold the shared memory until they notice that they
     * are alone, and removes a file whose number now belongs to somebody else, which PostgreSQL would take for itself.
     *
     * @param limit how long to wait before what is left is killed
     */
    void clear(Duration limit) {
        if (process().isPresent()) {
            return;
        }
        if (!await(limit, () -> orphans().isEmpty())) {
            orphans().forEach(ProcessHandle::destroyForcibly);
            await(limit, () -> orphans().isEmpty());
        }
        List<String> lines = pidFile();
        // Also the number of a thread counts: for kill(2), by which PostgreSQL asks, it is alive.
        if (!lines.isEmpty() && Files.exists(Path.of("/proc", lines.get(0).strip()))) {
            try {
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new DatabaseFailure("The file " + data.resolve("postmaster.pid") + " of a killed PostgreSQL cannot be deleted (" + Reason.of(e) + ").", e);
            }
        }
    }

    /** Processes that work in the data directory without a main process; empty where the system does not tell. */
    private List<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(Postmaster::isPostgres).filter(process -> !isZombie(process)).filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")).equals(data.toRealPath());
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        Path comm = Path.of("/proc", Long.toString(process.pid()), "comm");
        try {
            return Files.readString(comm).strip().equals("postgres");
        } catch (IOException notLinux) {
            return process.info().command().map(c -> Path.of(c).getFileName().toString().equals("postgres")).orElse(false);
        }
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException notLinux) {
            return false;
        }
    }

    /**
     * Stops the server if it runs: an orderly shutdown that ends open connections, so that the next start needs no recovery.
     *
     * @param limit how long to wait
     * @throws DatabaseFailure if it still runs after that time
     */
    void stop(Duration limit) {
        Optional<ProcessHandle> running = process();
        if (running.isEmpty()) {
            return;
        }
        signal(running.get(), "INT");
        if (!await(limit, () -> process().isEmpty())) {
            throw new DatabaseFailure("PostgreSQL (process " + running.get().pid() + ") on " + data + " does not stop. End that process, then start again.");
        }
    }

    private void signal(ProcessHandle process, String name) {
        try {
            // INT is PostgreSQL's fast shutdown; Java itself can only send TERM, on which it waits for its clients for ever.
            Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " \"$0\"", Long.toString(process.pid()))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    /** Looks again and again, at most for the given time; false when the time is over. */
    static boolean await(Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
