package dev.pledgedesk.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real program as a process of its own, for one home and port. */
final class LauncherProcess implements AutoCloseable {

    private static final int LIMIT_SECONDS = 180;

    private final Process process;
    private final BufferedReader out;
    private final Path errors;
    private final List<String> printed = new ArrayList<>();

    private LauncherProcess(Process process, Path errors) {
        this.process = process;
        this.out = process.inputReader();
        this.errors = errors;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static LauncherProcess start(Path home, int port, List<String> jvm, String... arguments) throws IOException {
        Path distribution = Path.of(System.getProperty("pledgedesk.distribution"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(distribution.resolve("desk.jsa"))) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + distribution.resolve("desk.jsa"), "-Xlog:disable"));
        }
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=Pacific/Chatham", "-Duser.language=tr", "-Duser.country=TR"));
        command.addAll(jvm);
        command.addAll(List.of("-jar", distribution.resolve("pledgedesk.jar").toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("launcher", ".err");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PLEDGEDESK_"));
        builder.environment().put("PLEDGEDESK_HOME", home.toString());
        builder.environment().put("PLEDGEDESK_HTTP_PORT", Integer.toString(port));
        return new LauncherProcess(builder.start(), errors);
    }

    /** Reads what it prints until a line begins so; false if it ended before. */
    boolean awaitLine(String beginning) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            printed.add(line);
            if (line.stripLeading().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    List<String> printed() {
        return printed;
    }

    List<String> errors() throws IOException {
        return Files.readAllLines(errors);
    }

    long pid() {
        return process.pid();
    }

    /** Ctrl-C for processes. */
    void terminate() {
        process.toHandle().destroy();
    }

    int awaitExit() throws Exception {
        while (out.readLine() != null) {
            // Drained, so that it never waits for us.
        }
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end.");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws Exception {
        process.toHandle().destroy();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(errors);
    }
}
