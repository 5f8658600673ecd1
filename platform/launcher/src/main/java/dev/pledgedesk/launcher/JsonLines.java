package dev.pledgedesk.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * One JSON object a line: time, level, logger, message, and in whose request it was written. What people wrote must not reach the log, so of an exception
 * stand here its classes and places but not its words, which may quote a value; and what a library says while it works for somebody stands here without
 * its arguments. The words of an exception are kept where they are our own or about the machine.
 */
public final class JsonLines extends Formatter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String OURS = "dev.pledgedesk.";
    private static final int FRAMES = 60;
    private static final int CAUSES = 12;
    private static final int LONGEST = 4000;

    /** Made by the logging system. */
    public JsonLines() {
        // Nothing to set up; here because the logging system looks for it.
    }

    @Override
    public String format(LogRecord entry) {
        var text = new StringWriter(200);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", entry.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("level", entry.getLevel().getName());
            json.writeStringField("logger", String.valueOf(entry.getLoggerName()));
            Map<?, ?> facts = facts(entry);
            json.writeStringField("message", message(entry, facts != null));
            if (facts != null) {
                for (Map.Entry<?, ?> fact : facts.entrySet()) {
                    json.writeFieldName(fact.getKey().toString());
                    json.writePOJO(fact.getValue() instanceof Number || fact.getValue() instanceof Boolean ? fact.getValue() : String.valueOf(fact.getValue()));
                }
            }
            if (entry.getThrown() != null) {
                thrown(json, entry.getThrown());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private static Map<?, ?> facts(LogRecord entry) {
        Object[] parameters = entry.getParameters();
        return parameters != null && parameters.length > 0 && parameters[parameters.length - 1] instanceof Map<?, ?> map ? map : null;
    }

    private static String message(LogRecord entry, boolean forSomebody) {
        String pattern = String.valueOf(entry.getMessage());
        if (entry.getResourceBundle() != null && entry.getResourceBundle().containsKey(pattern)) {
            pattern = entry.getResourceBundle().getString(pattern);
        }
        Object[] parameters = entry.getParameters();
        boolean ours = String.valueOf(entry.getLoggerName()).startsWith(OURS);
        int arguments = parameters == null ? 0 : parameters.length - (forSomebody ? 1 : 0);
        String text = pattern;
        if (arguments > 0 && pattern.contains("{") && (ours || !forSomebody)) {
            try {
                text = MessageFormat.format(pattern, Arrays.copyOf(parameters, arguments));
            } catch (IllegalArgumentException noPattern) {
                text = pattern;
            }
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static void thrown(JsonGenerator json, Throwable thrown) throws IOException {
        json.writeArrayFieldStart("thrown");
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            json.writeStartObject();
            json.writeStringField("class", cause.getClass().getName());
            String words = words(cause);
            if (words != null) {
                json.writeStringField("message", words);
            }
            json.writeArrayFieldStart("at");
            StackTraceElement[] frames = cause.getStackTrace();
            for (int f = 0; f < Math.min(FRAMES, frames.length); f++) {
                json.writeString(frames[f].toString());
            }
            json.writeEndArray();
            json.writeEndObject();
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        json.writeEndArray();
    }

    /** What an exception says, where that cannot quote what somebody wrote; null otherwise. */
    private static String words(Throwable cause) {
        String type = cause.getClass().getName();
        if (cause instanceof SQLException sql) {
            return "SQLSTATE " + sql.getSQLState();
        }
        boolean aboutTheMachine = cause instanceof java.net.SocketException || cause instanceof java.net.SocketTimeoutException
            || cause instanceof java.nio.file.FileSystemException || cause instanceof LinkageError || cause instanceof VirtualMachineError;
        boolean ownWords = type.startsWith(OURS + "launcher.") || type.startsWith(OURS + "database.") || type.equals(OURS + "kernel.Problem");
        return aboutTheMachine || ownWords ? cause.getMessage() : null;
    }
}
