package dev.pledgedesk.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * A slice of a list by keyset: the next one starts after {@code next}.
 *
 * @param items rows in list order, never null
 * @param next  opaque cursor of the last row, null on the last page
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Whether another page follows. */
    public boolean hasMore() {
        return next != null;
    }

    /**
     * Makes a page of rows that were read with one row more than asked for.
     *
     * @param size   rows the caller asked for
     * @param cursor gives the cursor of a row
     */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> cursor) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> kept = rows.subList(0, size);
        return new Page<>(kept, cursor.apply(kept.get(size - 1)));
    }

    /** The same page with other rows. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }
}
