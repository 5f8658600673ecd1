package dev.pledgedesk.launcher;

import dev.pledgedesk.database.DatabaseFailure;
import dev.pledgedesk.launcher.importing.ImportCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands and what all of them share: help, one line for a failure, exit status. */
@Command(name = "pledgedesk", mixinStandardHelpOptions = true, version = CommandLineInterface.PRODUCT,
    subcommands = {ServeCommand.class, MigrateCommand.class, CheckCommand.class, TenantCommand.class, CalendarCommand.class, BackupCommand.class,
        RestoreCommand.class, ImportCommand.class, WarmUpCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    header = "PledgeDesk, a service desk on which every promise in time is a clock.",
    description = {"", "One process serves all tenants. Without further settings it brings its own PostgreSQL and keeps everything below one home directory.", ""},
    footerHeading = "%nSettings (environment variable, or system property in lower case with dots):%n",
    footer = {
        "  PLEDGEDESK_HTTP_PORT          port, 8080",
        "  PLEDGEDESK_HTTP_ADDRESS       address to listen on, 127.0.0.1 (this machine only)",
        "  PLEDGEDESK_HOME               data, keys and logs, ~/.pledgedesk",
        "  PLEDGEDESK_PROFILE            production, or demo (two vendors to look around)",
        "  PLEDGEDESK_OPERATOR_HOST      host name of the operator's part, localhost",
        "  PLEDGEDESK_DB_URL             jdbc:postgresql://... of a PostgreSQL 16 or newer, instead of the embedded one",
        "  PLEDGEDESK_DB_USER, PLEDGEDESK_DB_PASSWORD              its runtime role",
        "  PLEDGEDESK_DB_OWNER_USER, PLEDGEDESK_DB_OWNER_PASSWORD  its owner, to migrate; leave out to migrate elsewhere",
        "  PLEDGEDESK_DB_BACKUP_USER, PLEDGEDESK_DB_BACKUP_PASSWORD  its backup role; left out, backups are taken as the owner",
        "  PLEDGEDESK_KEYS               directory with the keys that all nodes on one database share, keys in the home",
        "  PLEDGEDESK_DRAIN_SECONDS      how long a stopping node still serves while proxies turn away, 5 (0 with the embedded database)",
        "",
        "Examples:",
        "  pledgedesk serve",
        "  pledgedesk tenant plan tenant-config/art-platform",
        "  pledgedesk backup desk.zip --keys desk-keys.zip",
        "  pledgedesk import --help",
        "  pledgedesk migrate --print-bootstrap-sql > bootstrap.sql",
        "  PLEDGEDESK_HTTP_PORT=9090 PLEDGEDESK_HOME=/srv/desk pledgedesk serve",
        "",
        "A running server describes itself in ready.json in its home. Stop it by Ctrl-C or SIGTERM."},
    exitCodeListHeading = "%nExit status:%n")
public final class CommandLineInterface {

    /** Name and release. */
    static final String PRODUCT = "PledgeDesk 0.1.0";

    /** Stands for a byte that is no character of the locale's encoding. */
    private static final char UNREADABLE = '\uFFFD';
    private static final Logger LOG = Logger.getLogger(CommandLineInterface.class.getName());

    /**
     * Runs one command and ends the process with its status.
     *
     * @param arguments what the user typed
     */
    public static void main(String[] arguments) {
        // The server's libraries compare header names in the language of the machine: with the Turkish i no If-Match would be found.
        Locale.setDefault(Locale.ROOT);
        // A tenant is meant by its host name, which the machine's resolver need not know. The JDK's client reads this once, when it is first used.
        if (System.getProperty("jdk.httpclient.allowRestrictedHeaders") == null) {
            System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        }
        CommandLine commandLine = commandLine().setOut(terminal(FileDescriptor.out)).setErr(terminal(FileDescriptor.err));
        if (Arrays.stream(arguments).anyMatch(text -> text.indexOf(UNREADABLE) >= 0)) {
            commandLine.getErr().println("pledgedesk: The arguments cannot be read: they are not in the encoding of this shell's locale. Set LC_ALL=C.UTF-8.");
            System.exit(ExitCode.USAGE.number());
        }
        System.exit(commandLine.execute(arguments));
    }

    /** What people wrote is shown as it is, even where the locale says nothing of an encoding. */
    private static PrintWriter terminal(FileDescriptor stream) {
        Charset local = Charset.forName(System.getProperty("native.encoding", StandardCharsets.UTF_8.name()));
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), local.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : local), true);
    }

    static CommandLine commandLine() {
        var commandLine = new CommandLine(new CommandLineInterface());
        PrintStream terminal = System.err;
        commandLine.setExecutionExceptionHandler((failure, command, result) -> report(failure, terminal));
        commandLine.setParameterExceptionHandler((failure, arguments) -> {
            failure.getCommandLine().getErr().println("pledgedesk: " + OneLine.reason(failure) + ". Try "
                + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
            return ExitCode.USAGE.number();
        });
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(" " + code.number(), code.meaning());
        }
        commandLine.getCommandSpec().usageMessage().exitCodeList(codes);
        commandLine.setUsageHelpWidth(120);
        return commandLine;
    }

    /** One line on the terminal; the stack trace goes to the log file, if the home has one by now. */
    private static int report(Exception failure, PrintStream terminal) {
        ExitCode code = ExitCode.UNEXPECTED;
        if (failure instanceof LauncherFailure known) {
            code = known.exitCode();
        } else if (failure instanceof DatabaseFailure) {
            code = ExitCode.DATABASE;
        }
        String message = code == ExitCode.UNEXPECTED ? failure.getClass().getSimpleName() + ": " + OneLine.reason(failure) : OneLine.reason(failure);
        terminal.println("pledgedesk: " + message);
        if (System.getProperty("java.util.logging.config.file") != null) {
            LOG.log(Level.INFO, "The command ended: " + message, failure);
        }
        return code.number();
    }
}
