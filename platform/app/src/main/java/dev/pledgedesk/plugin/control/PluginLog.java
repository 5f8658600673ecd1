package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.DeskClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ResourceBundle;
import java.util.logging.Logger;

/** Lines of a plugin in the server's log: so many a minute, so long, and named by plugin and tenant. */
final class PluginLog implements System.Logger {

    private static final int MOST_A_MINUTE = 100;
    private static final int LONGEST = 2_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String name;
    private final String tenant;
    private final DeskClock clock;
    private final Logger log;
    private Instant minute = Instant.MIN;
    private int lines;

    PluginLog(String plugin, String tenant, DeskClock clock) {
        this.name = "plugin." + plugin;
        this.tenant = tenant;
        this.clock = clock;
        this.log = Logger.getLogger(name);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(System.Logger.Level level) {
        return log.isLoggable(level(level));
    }

    private static java.util.logging.Level level(System.Logger.Level level) {
        return switch (level) {
            case ERROR -> java.util.logging.Level.SEVERE;
            case WARNING -> java.util.logging.Level.WARNING;
            case INFO -> java.util.logging.Level.INFO;
            case OFF -> java.util.logging.Level.OFF;
            default -> java.util.logging.Level.FINE;
        };
    }

    @Override
    public void log(System.Logger.Level level, ResourceBundle bundle, String text, Throwable thrown) {
        write(level, thrown == null ? text : text + " (" + thrown.getClass().getName() + ")");
    }

    @Override
    public void log(System.Logger.Level level, ResourceBundle bundle, String format, Object... parameters) {
        write(level, filled(format, parameters));
    }

    private static String filled(String format, Object[] parameters) {
        try {
            return parameters == null || parameters.length == 0 ? format : java.text.MessageFormat.format(format, parameters);
        } catch (RuntimeException noFormat) {
            return format;
        }
    }

    private void write(System.Logger.Level level, String text) {
        if (!isLoggable(level)) {
            return;
        }
        int line = count();
        if (line <= MOST_A_MINUTE) {
            String said = String.valueOf(text);
            log.log(level(level), "tenant {0}: {1}", new Object[] {tenant, said.substring(0, Math.min(LONGEST, said.length())).replaceAll("\\p{Cntrl}", " ")});
        } else if (line == MOST_A_MINUTE + 1) {
            log.log(java.util.logging.Level.WARNING, "tenant {0}: more than {1} lines in a minute; the rest of it is dropped", new Object[] {tenant, MOST_A_MINUTE});
        }
    }

    private synchronized int count() {
        Instant now = clock.now();
        if (minute.plus(MINUTE).isBefore(now) || minute.equals(Instant.MIN)) {
            minute = now;
            lines = 0;
        }
        return ++lines;
    }
}
