package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.client.connect.Connection;
import dev.pledgedesk.client.model.TokenRequest;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import dev.pledgedesk.launcher.ReadyFile;
import dev.pledgedesk.launcher.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files a ticket for every row of a CSV file, each once, however often it is run. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true, description = {
    "Files a ticket on a running server for every row of a CSV file.",
    "",
    "Each row gets an external id, and a ticket with a known external id is not filed again: after an interruption, or when rows were added, "
        + "run the same command once more. A row that cannot be filed is named with line and column and left out; the rows after it are filed. "
        + "Try --dry-run first: the server checks every row against the running configuration and writes nothing.",
    ""},
    footerHeading = "%nMembers of a ticket:%n",
    footer = {
        "  type, category, subject, description, priority, channel, tags, externalId,",
        "  requester.name, requester.email, requester.phone, requester.locale, and fields.KEY for a field of the type.",
        "  Several tags stand in one cell, with , or ; between them. A backslash takes the meaning from the next , : = sign.",
        "",
        "Example (on the demo's server; the file has the columns product, mood and text):",
        "  pledgedesk import voices.csv --tenant-host appliance.localhost --login agent --dry-run \\",
        "    --type feedback --channel e-commerce --anonymous --where product=热水器,平板 \\",
        "    --map description=text --subject-from text:30 --map fields.sentiment=mood \\",
        "    --map category=product --values category:热水器=water-heater,平板=tablet",
        "",
        "Exit status 0: every chosen row is there now. 3: some rows have faults, see the list. 18: the server is away or refuses altogether."})
public final class ImportCommand implements Callable<Integer> {

    private static final int MOST_AT_ONCE = 32;
    private static final int LONGEST_SOURCE = 60;
    private static final int LONGEST_SUBJECT = 199;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A CSV file; its first line names the columns.")
    private Path path;

    @ArgGroup(exclusive = false, heading = "%nWhere to:%n", order = 1)
    private Place place = new Place();
    @ArgGroup(exclusive = false, heading = "%nWho imports:%n", order = 2)
    private Account account = new Account();
    @ArgGroup(exclusive = false, heading = "%nWhat becomes of a row:%n", order = 3)
    private Wishes wishes = new Wishes();

    /** What the command line says of rows and tickets. */
    static final class Wishes {

        @Option(names = "--map", paramLabel = "MEMBER=COLUMN", description = "The member takes its text from the column.")
        private List<String> maps = List.of();
        @Option(names = "--values", paramLabel = "MEMBER:CELL=VALUE,...",
            description = "Translates the cells of the member's column; CELL may be * for all others. A cell that is not named is an error.")
        private List<String> values = List.of();
        @Option(names = "--set", paramLabel = "MEMBER=TEXT", description = "The member is the same for every row.")
        private List<String> constants = List.of();
        @Option(names = "--type", paramLabel = "TYPE", description = "Short for --set type=TYPE.")
        private String type;
        @Option(names = "--channel", paramLabel = "CHANNEL", description = "Short for --set channel=CHANNEL; api if not given.")
        private String channel;
        @Option(names = "--subject-from", paramLabel = "COLUMN[:LENGTH]",
            description = "The subject is the beginning of this column in one line, 40 characters if not said otherwise.")
        private String subjectFrom;
        @Option(names = "--anonymous", description = "Nobody knows who asks, unless a requester.* member of the row says so.")
        private boolean anonymous;
        @Option(names = "--where", paramLabel = "COLUMN=CELL,...", description = "Only rows with one of these cells; given several times, all must hold.")
        private List<String> where = List.of();
        @Option(names = "--key", paramLabel = "COLUMN",
            description = {"The column that tells rows apart, for the external id.",
                "Without it the row's content does: a row that was changed is then another ticket."})
        private String key;
        @Option(names = "--source", paramLabel = "NAME", description = "What external ids begin with; the name of the file without its ending if not given.")
        private String source;

        /** For picocli. */
        Wishes() {
        }
    }

    @Option(names = "--charset", paramLabel = "NAME", defaultValue = "UTF-8", order = 10, description = "Encoding of the file if it is not UTF-8, for example GB18030.")
    private String charset;
    @Option(names = "--delimiter", paramLabel = "SIGN", defaultValue = ",", order = 11, description = "What stands between two cells if not a comma; tab for a tabulator.")
    private String delimiter;
    @Option(names = "--dry-run", order = 12, description = "Have every row checked by the server and write nothing.")
    private boolean dryRun;
    @Option(names = "--errors", paramLabel = "FILE", order = 13, description = "Where the list of faults goes; FILE.errors.csv beside the file if not given. Replaced at each run.")
    private Path errorFile;
    @Option(names = "--parallel", paramLabel = "N", defaultValue = "4", order = 14, description = "Requests at the same time, 1 to 32; ${DEFAULT-VALUE} if not given.")
    private int parallel;
    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "300", order = 15,
        description = "How long to try again while the server is away or busy; ${DEFAULT-VALUE} if not given.")
    private int patience;

    /** For picocli. */
    public ImportCommand() {
    }

    @Override
    public Integer call() throws Exception {
        Mapping mapping = mapping();
        var choice = new RowChoice(choice());
        var file = new CsvFile(path, charset(), delimiter());
        file.requireText();
        long[] rows = count(file, mapping, choice);

        Optional<ReadyFile> ready = place.ready(Settings.read().home());
        URI server = place.server(ready);
        String host = place.host(server, ready);
        TokenRequest signIn = account.signIn(System::getenv, ready, host);
        Connection desk = Place.connection(server, host);
        var intake = new TicketIntake(desk, signIn, new Patience(server, Duration.ofSeconds(Math.max(0, patience))), dryRun);
        var tally = new Tally(spec.commandLine().getErr(), Tally.onTerminal(), rows[1]);
        tally.say(path + " goes to the desk " + host + " of the server at " + server + (dryRun ? ", to be checked only." : "."));
        var names = new RowNames(source(), wishes.key);
        try (var errors = new ErrorList(path, errorFile(), tally::say)) {
            try {
                new ImportRun(choice, mapping, names, intake, tally, errors).take(file, parallel());
            } finally {
                tally.end();
                spec.commandLine().getOut().println(summary(rows, tally, errors));
                spec.commandLine().getOut().flush();
            }
        }
        return tally.refused() == 0 ? ExitCode.OK.number() : ExitCode.PROBLEMS.number();
    }

    private String summary(long[] rows, Tally tally, ErrorList errors) {
        return String.format(Locale.ROOT, "%d of %d rows chosen: %d %s, %d there already, %d refused%s. %.1f s, %.0f rows/s.%s%s", rows[1], rows[0], tally.filed(),
            dryRun ? "would be filed" : "filed", tally.there(), tally.refused(), tally.done() < rows[1] ? ", " + (rows[1] - tally.done()) + " not reached" : "",
            tally.seconds(), tally.rate(), errors.isEmpty() ? "" : " What is wrong stands in " + errorFile() + ".", dryRun ? " Nothing was written." : "");
    }

    private Mapping mapping() {
        var mapping = new Mapping(wishes.anonymous);
        Optional.ofNullable(wishes.type).ifPresent(text -> mapping.set("type", text));
        Optional.ofNullable(wishes.channel).ifPresent(text -> mapping.set("channel", text));
        for (String one : wishes.constants) {
            String[] pair = Words.pair("--set", one, '=');
            mapping.set(pair[0], Words.plain(pair[1]));
        }
        for (String one : wishes.maps) {
            String[] pair = Words.pair("--map", one, '=');
            mapping.map(pair[0], Words.plain(pair[1]).strip());
        }
        if (wishes.subjectFrom != null) {
            int colon = wishes.subjectFrom.lastIndexOf(':');
            boolean length = colon > 0 && wishes.subjectFrom.substring(colon + 1).matches("\\d{1,4}");
            mapping.subjectFrom(length ? wishes.subjectFrom.substring(0, colon) : wishes.subjectFrom,
                between(1, length ? Integer.parseInt(wishes.subjectFrom.substring(colon + 1)) : 40, LONGEST_SUBJECT, "The length in --subject-from"));
        }
        for (String one : wishes.values) {
            String[] pair = Words.pair("--values", one, ':');
            mapping.translate(pair[0], Words.pairs("--values " + pair[0], pair[1]));
        }
        mapping.requireWhole();
        return mapping;
    }

    private Map<String, List<String>> choice() {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String one : wishes.where) {
            String[] pair = Words.pair("--where", one, '=');
            List<String> cells = new ArrayList<>(Words.list(pair[1]));
            wanted.merge(pair[0], cells, (before, more) -> {
                before.retainAll(more);
                return before;
            });
        }
        return wanted;
    }

    /** Reads the file once before anything is asked of the server: its columns are held against the command line and its rows counted, all and chosen. */
    private long[] count(CsvFile file, Mapping mapping, RowChoice choice) {
        try (CsvRows rows = file.rows()) {
            var needed = new TreeSet<>(mapping.columns());
            needed.addAll(choice.columns());
            Stream.ofNullable(wishes.key).forEach(needed::add);
            for (String column : needed) {
                int times = Collections.frequency(rows.columns(), column);
                if (times != 1) {
                    throw new LauncherFailure(ExitCode.USAGE, path + ":1: There " + (times == 0 ? "is no column \"" : "are several columns \"") + column
                        + "\". The columns are " + String.join(", ", rows.columns()) + ".");
                }
            }
            return count(rows, choice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] count(CsvRows rows, RowChoice choice) {
        long all = 0;
        long chosen = 0;
        while (true) {
            try {
                Row row = rows.next();
                if (row == null) {
                    return new long[] {all, chosen};
                }
                all++;
                chosen += choice.takes(row) ? 1 : 0;
            } catch (BadRow e) {
                // Told when its turn comes.
                all++;
                chosen++;
            }
        }
    }

    private Charset charset() {
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new LauncherFailure(ExitCode.USAGE, "There is no encoding \"" + charset + "\". " + StandardCharsets.UTF_8 + " and GB18030 are two that are known.", e);
        }
    }

    private char delimiter() {
        String sign = delimiter.equals("tab") ? "\t" : delimiter;
        if (sign.length() != 1 || "\"\r\n".contains(sign)) {
            throw new LauncherFailure(ExitCode.USAGE, "--delimiter is \"" + delimiter + "\", it must be one sign or tab.");
        }
        return sign.charAt(0);
    }

    private String source() {
        String name = path.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
        String source = wishes.source == null ? name : wishes.source.strip();
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw new LauncherFailure(ExitCode.USAGE, "The name of the source, \"" + source + "\", must have 1 to " + LONGEST_SOURCE + " characters. Give another by --source.");
        }
        return source;
    }

    private Path errorFile() {
        Path file = errorFile == null ? path.resolveSibling(path.getFileName() + ".errors.csv") : errorFile;
        if (file.toAbsolutePath().normalize().equals(path.toAbsolutePath().normalize())) {
            throw new LauncherFailure(ExitCode.USAGE, "--errors names the file that is imported.");
        }
        return file;
    }

    private int parallel() {
        return between(1, parallel, MOST_AT_ONCE, "--parallel");
    }

    private static int between(int least, int number, int most, String what) {
        if (number < least || number > most) {
            throw new LauncherFailure(ExitCode.USAGE, what + " is " + number + ", it must be from " + least + " to " + most + ".");
        }
        return number;
    }
}
