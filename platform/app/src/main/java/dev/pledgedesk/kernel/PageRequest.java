package dev.pledgedesk.kernel;

/**
 * Which slice of a list is wanted.
 *
 * @param size  rows, 1 to {@link #MAX_SIZE}
 * @param after cursor of the row before the slice, null for the start
 */
public record PageRequest(int size, String after) {

    /** Most rows one page may hold. */
    public static final int MAX_SIZE = 100;

    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw Problem.invalid(new FieldError("/page[size]", "page.size", 1, MAX_SIZE));
        }
        // As with all cursors that are none: from the start. No text of the database holds a zero character, and it cannot be asked about one.
        if (after != null && (after.isBlank() || after.indexOf('\0') >= 0)) {
            after = null;
        }
    }

    /** The first {@code size} rows. */
    public static PageRequest first(int size) {
        return new PageRequest(size, null);
    }

    /** From request parameters, null meaning the default of 50 rows. */
    public static PageRequest of(Integer size, String after) {
        return new PageRequest(size == null ? 50 : size, after);
    }
}
