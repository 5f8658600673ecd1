package dev.pledgedesk.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Shows our own warnings on the terminal, one line each; the rest is in the log file. */
public final class TerminalHandler extends Handler {

    private static final String OURS = "dev.pledgedesk.";
    private final PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    /** Made by the logging system. */
    public TerminalHandler() {
        setLevel(Level.WARNING);
    }

    @Override
    public void publish(LogRecord record) {
        String logger = record.getLoggerName();
        if (isLoggable(record) && logger != null && logger.startsWith(OURS)) {
            String text = new java.util.logging.SimpleFormatter().formatMessage(record);
            err.println("  ! " + text.replaceAll("\\s*\\R\\s*", " "));
        }
    }

    @Override
    public void flush() {
        err.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
