package dev.pledgedesk.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Tells the person at the terminal how far the start is: one line per step with its seconds. */
final class Progress {

    private final PrintStream out;
    private final long started = System.nanoTime();

    /**
     * Starts to count.
     *
     * @param out where the lines go
     */
    Progress(PrintStream out) {
        this.out = out;
    }

    /** Does a step and prints its line when it succeeds. */
    <T> T step(String name, Callable<T> work) throws Exception {
        long begin = System.nanoTime();
        T result = work.call();
        out.printf(Locale.ROOT, "  %-44s %5.1f s%n", name, seconds(begin));
        out.flush();
        return result;
    }

    /** Prints a line without time. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Seconds since the beginning, rounded to a tenth. */
    String total() {
        return String.format(Locale.ROOT, "%.1f", seconds(started));
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
