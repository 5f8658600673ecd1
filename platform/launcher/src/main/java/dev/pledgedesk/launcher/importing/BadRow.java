package dev.pledgedesk.launcher.importing;

import java.util.List;

/** A row of which no ticket can be made. The rows after it are not concerned. */
final class BadRow extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<RowError> errors;

    /**
     * A row with faults.
     *
     * @param errors at least one
     */
    BadRow(List<RowError> errors) {
        super(errors.toString(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** A row with one fault. */
    BadRow(long line, String column, String reason) {
        this(List.of(new RowError(line, column, reason)));
    }

    List<RowError> errors() {
        return errors;
    }
}
