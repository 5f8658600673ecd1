package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line of the product, as a process beside a running server. */
public final class Commands {

    private static final long LIMIT_SECONDS = 180;

    /**
     * A command that has ended.
     *
     * @param status  its exit status
     * @param printed all it has printed
     */
    public record Ended(int status, String printed) {
    }

    /**
     * A command that runs.
     *
     * @param process the process
     * @param output  where it prints to
     */
    public record Running(Process process, Path output) {

        /** Waits for its end. */
        public Ended await() {
            try {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("the command does not end:\n" + Files.readString(output));
                }
                return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        /** Ends it without any chance to tidy up. */
        public void kill() {
            process.destroyForcibly();
            await();
        }
    }

    private Commands() {
    }

    /**
     * Starts a command that finds the server by its home.
     *
     * @param server      a running server
     * @param environment further variables
     * @param arguments   what an operator would type
     * @return the running command
     */
    public static Running start(Server server, Map<String, String> environment, List<String> arguments) {
        Path distribution = Path.of(System.getProperty("pledgedesk.distribution")).toAbsolutePath().normalize();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(distribution.resolve("desk.jsa"))) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + distribution.resolve("desk.jsa"), "-Xshare:auto", "-Xlog:disable"));
        }
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dnative.encoding=UTF-8", "-Duser.language=tr", "-Duser.country=TR", "-jar",
                distribution.resolve("pledgedesk.jar").toString()));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile(Files.createDirectories(Server.output()), "command", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PLEDGEDESK_"));
            builder.environment().put("PLEDGEDESK_HOME", server.home().toString());
            builder.environment().putAll(environment);
            return new Running(builder.start(), output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
