package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One command of the operator's, done.
 *
 * @param status  exit status
 * @param printed everything it said
 */
public record Launcher(int status, String printed) {

    private static final long LIMIT_SECONDS = 120;

    /**
     * Runs a command of the distribution and waits for its end.
     *
     * @param home      the home to work on
     * @param arguments the command and its arguments
     * @return how it ended
     */
    public static Launcher run(Path home, String... arguments) throws IOException, InterruptedException {
        Path distribution = Path.of(System.getProperty("pledgedesk.distribution")).toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Pacific/Chatham", "-Duser.language=tr", "-Duser.country=TR", "-jar", distribution.resolve("pledgedesk.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PLEDGEDESK_"));
        builder.environment().put("PLEDGEDESK_HOME", home.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " does not end: " + printed);
        }
        return new Launcher(process.exitValue(), printed);
    }
}
