package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import dev.pledgedesk.launcher.OneLine;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a file, one after the other, with the lines they begin at. Lines with nothing on them are no rows. */
final class CsvRows implements AutoCloseable {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    /** The parser stands in the middle of a line that could not be read. */
    private boolean torn;

    /**
     * Begins to read.
     *
     * @throws LauncherFailure if there is no row with the names of the columns
     */
    CsvRows(Path path, Reader text, char delimiter) throws IOException {
        parser = CSVParser.builder().setReader(text)
            .setFormat(CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get()).get();
        records = parser.iterator();
        try {
            Row head = next();
            if (head == null) {
                throw new LauncherFailure(ExitCode.PROBLEMS, path + ":1: The file is empty; its first line has to name the columns.");
            }
            columns = head.cells().stream().map(String::strip).toList();
        } catch (BadRow e) {
            throw new LauncherFailure(ExitCode.PROBLEMS, path + ":" + e.errors().get(0).line() + ": " + e.errors().get(0).reason(), e);
        }
    }

    /** Names of the columns, in their order. */
    List<String> columns() {
        return columns;
    }

    /**
     * The next row, null after the last.
     *
     * @throws BadRow if the row cannot be read; the one after it can
     */
    Row next() throws BadRow {
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            CSVRecord record;
            try {
                if (!records.hasNext()) {
                    return null;
                }
                record = records.next();
            } catch (UncheckedIOException | IllegalStateException e) {
                if (torn) {
                    continue;
                }
                torn = true;
                throw new BadRow(line, "", quoting(e));
            }
            List<String> cells = List.of(record.values());
            if (torn) {
                torn = false;
            } else if (cells.size() != 1 || !cells.get(0).isBlank()) {
                return row(line, cells);
            }
        }
    }

    private Row row(long line, List<String> cells) throws BadRow {
        List<String> names = columns == null ? cells : columns;
        if (cells.size() != names.size()) {
            throw new BadRow(line, "", "It has " + cells.size() + " cells, the first line names " + names.size() + " columns.");
        }
        return new Row(line, names, cells);
    }

    private static String quoting(RuntimeException e) {
        String reason = OneLine.reason(e.getCause() == null ? e : e.getCause());
        return reason.contains("EOF") ? "A quote is opened and never closed; everything from here to the end of the file was left out."
            : "The quotes do not fit: after a closing quote comes neither the delimiter nor the end of the line; a quote inside quotes is written twice.";
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
