package dev.pledgedesk.launcher.importing;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Counts what has become of the rows and shows it: as a bar on a terminal, as a line now and then elsewhere. Several threads may use it. */
final class Tally {

    private static final int WIDTH = 30;
    private static final Duration BAR_PAUSE = Duration.ofMillis(100);
    private static final Duration LINE_PAUSE = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean bar;
    private final long expected;
    private final long began = System.nanoTime();
    private long shown = began;
    private boolean drawn;
    private long filed;
    private long there;
    private long refused;

    /**
     * Begins to count.
     *
     * @param out      where the bar or the lines go
     * @param bar      whether that is a terminal
     * @param expected rows there will be
     */
    Tally(PrintWriter out, boolean bar, long expected) {
        this.out = out;
        this.bar = bar;
        this.expected = expected;
    }

    /** Whether standard output is a terminal. */
    static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal, too.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** One more row is done. */
    synchronized void count(TicketIntake.Outcome outcome) {
        switch (outcome) {
            case FILED -> filed++;
            case THERE_ALREADY -> there++;
            default -> refused++;
        }
        if (System.nanoTime() - shown >= (bar ? BAR_PAUSE : LINE_PAUSE).toNanos()) {
            show();
        }
    }

    /** Prints a line without disturbing the bar. */
    synchronized void say(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    /** Takes the bar away; nothing is counted after that. */
    synchronized void end() {
        clear();
        out.flush();
    }

    private void show() {
        shown = System.nanoTime();
        int percent = (int) (done() * 100 / Math.max(1, expected));
        String text = String.format(Locale.ROOT, "%3d %%  %d of %d rows, %d refused, %.0f rows/s", percent, done(), expected, refused, rate());
        if (!bar) {
            say(text);
            return;
        }
        int full = Math.min(WIDTH, percent * WIDTH / 100);
        out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + text + "\u001B[K");
        out.flush();
        drawn = true;
    }

    private void clear() {
        if (drawn) {
            out.print("\r\u001B[K");
            drawn = false;
        }
    }

    synchronized long filed() {
        return filed;
    }

    synchronized long there() {
        return there;
    }

    synchronized long refused() {
        return refused;
    }

    synchronized long done() {
        return filed + there + refused;
    }

    /** Seconds since the beginning. */
    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Rows a second. */
    double rate() {
        return done() / Math.max(0.001, seconds());
    }
}
