package dev.pledgedesk.database;

/**
 * One thing that the database check looked at.
 *
 * @param ok    whether it is as it must be
 * @param level how bad it is when it is not
 * @param text  one line: what was found and, when it is wrong, what to do
 */
public record Finding(boolean ok, Level level, String text) {

    /** How much a finding matters. */
    public enum Level {
        /** The server must not serve on this database. */
        REQUIRED,
        /** It may serve, but somebody should look. */
        ADVICE
    }

    static Finding required(boolean ok, String text) {
        return new Finding(ok, Level.REQUIRED, text);
    }

    static Finding advice(boolean ok, String text) {
        return new Finding(ok, Level.ADVICE, text);
    }
}
