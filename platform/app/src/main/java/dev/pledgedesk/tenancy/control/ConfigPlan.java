package dev.pledgedesk.tenancy.control;

import java.util.List;

/**
 * What applying a folder would do, or did.
 *
 * @param runningVersion version that ran when it was planned, null for a new tenant
 * @param appliedVersion version that runs after an apply, null for a mere plan
 * @param changes        differences to what runs, in the order of the files
 * @param problems       why it cannot be applied; empty if it can
 */
public record ConfigPlan(Integer runningVersion, Integer appliedVersion, List<Change> changes, List<Trouble> problems) {

    /** A difference at a place; null where nothing stood or stands. */
    public record Change(Kind kind, String path, String before, String after) {
    }

    /**
     * Something wrong; lines and columns count from 1.
     *
     * @param pointer JSON pointer of the value within its file; null if the file cannot be read so far
     */
    public record Trouble(String file, int line, int column, String pointer, String message) {
    }

    /** What happened at a place. */
    public enum Kind { ADDED, REMOVED, CHANGED }

    public boolean valid() {
        return problems.isEmpty();
    }

    ConfigPlan applied(int version) {
        return new ConfigPlan(runningVersion, version, changes, problems);
    }
}
