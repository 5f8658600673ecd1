package dev.pledgedesk.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV: UTF-8 with a mark, as spreadsheets want it. What a spreadsheet would take for a formula begins with an apostrophe. */
public final class Csv {

    private static final char MARK = '\uFEFF';
    /** What spreadsheets take a cell for that begins so. */
    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    /** A table that goes to a stream, which stays open. */
    public Csv(OutputStream out, List<String> header) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        printer = new CSVPrinter(text, CSVFormat.RFC4180);
        row(header);
    }

    /** Adds a row of as many cells as the header; a null is an empty cell. */
    public void row(List<?> cells) throws IOException {
        printer.printRecord(cells.stream().map(Csv::cell).toList());
    }

    /** Hands on what is still held back. */
    public void flush() throws IOException {
        printer.flush();
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
