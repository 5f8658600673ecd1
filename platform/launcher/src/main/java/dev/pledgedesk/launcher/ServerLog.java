package dev.pledgedesk.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** Where log lines go: requests into files of their own, all else as JSON into rotated files of the home, to the terminal only what somebody should see. */
final class ServerLog {

    private ServerLog() {
    }

    /**
     * Sets up logging for this process; the application server takes over the same configuration.
     *
     * @param home the locked home
     */
    static void install(Home home) {
        Path configuration = home.logs().resolve("logging.properties");
        try {
            Files.writeString(configuration, """
                handlers=java.util.logging.FileHandler, dev.pledgedesk.launcher.TerminalHandler
                .level=INFO
                java.util.logging.FileHandler.pattern=%1$s/server.%%g.log
                java.util.logging.FileHandler.limit=10000000
                java.util.logging.FileHandler.count=8
                java.util.logging.FileHandler.maxLocks=10
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.encoding=UTF-8
                java.util.logging.FileHandler.formatter=dev.pledgedesk.launcher.JsonLines
                dev.pledgedesk.access.handlers=dev.pledgedesk.launcher.AccessLog
                dev.pledgedesk.access.useParentHandlers=false
                dev.pledgedesk.launcher.AccessLog.pattern=%1$s/access.%%g.log
                # Expired certificates of public authorities in the server's trust store, told one by one at each start.
                javax.enterprise.system.ssl.security.level=SEVERE
                # It would list every endpoint and repeat the configuration at each start.
                PayaraMicro.level=WARNING
                org.flywaydb.level=WARNING
                """.formatted(home.logs().toString().replace("\\", "/").replace("%", "%%")));
            System.setProperty("java.util.logging.config.file", configuration.toString());
            LogManager.getLogManager().readConfiguration();
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.HOME, "The log directory " + home.logs() + " cannot be used (" + OneLine.reason(e) + ").", e);
        }
    }

    /** Libraries that print instead of logging go to a file; whoever wants the terminal has taken hold of it before. */
    static void captureOutput(Home home) {
        Path file = home.logs().resolve("output.log");
        try {
            var stream = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
            System.setOut(stream);
            System.setErr(stream);
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.HOME, "The log file " + file + " cannot be written (" + OneLine.reason(e) + ").", e);
        }
    }
}
