package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import dev.pledgedesk.launcher.OneLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Keeps what is wrong with rows in a file of its own, one line per fault, written at once, and shows the first ones. The file is made by the first
 * fault; that of an earlier run is taken away. Several threads may use it.
 */
final class ErrorList implements AutoCloseable {

    private static final int SHOWN = 20;
    private static final String FORMULA = "=+-@\t\r";

    private final Path source;
    private final Path file;
    private final Consumer<String> terminal;
    private CSVPrinter printer;
    private int count;

    /**
     * An empty list.
     *
     * @param source   the file that is imported
     * @param file     where to
     * @param terminal shows a line to the user
     */
    ErrorList(Path source, Path file, Consumer<String> terminal) {
        this.source = source;
        this.file = file;
        this.terminal = terminal;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Adds the faults of a row. */
    synchronized void add(List<RowError> errors) {
        try {
            if (printer == null) {
                printer = CSVFormat.RFC4180.print(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
                printer.printRecord("line", "column", "error");
            }
            for (RowError error : errors) {
                printer.printRecord(error.line(), plain(error.column()), plain(error.reason()));
                if (++count <= SHOWN) {
                    terminal.accept(source + ":" + error.line() + ": " + (error.column().isEmpty() ? "" : error.column() + ": ") + error.reason());
                } else if (count == SHOWN + 1) {
                    terminal.accept("More errors are written to " + file + " only.");
                }
            }
            printer.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Whether a file was made. */
    synchronized boolean isEmpty() {
        return count == 0;
    }

    /** A spreadsheet that opens the file must not take a text for a formula. */
    private static String plain(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private LauncherFailure unwritable(IOException e) {
        return new LauncherFailure(ExitCode.HOME, file + " cannot be written (" + OneLine.reason(e) + "). Choose another place by --errors.", e);
    }

    @Override
    public synchronized void close() {
        try {
            if (printer != null) {
                printer.close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
