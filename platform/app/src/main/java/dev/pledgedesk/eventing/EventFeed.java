package dev.pledgedesk.eventing;

import dev.pledgedesk.eventing.entity.EventPlaces;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What has happened in the tenant, in an order that never changes and in which nothing is put before what was read already: whoever goes on after the last
 * that he has read misses nothing.
 */
@ApplicationScoped
@Transactional
public class EventFeed {

    /** How much is given its place by one reader at the most. */
    private static final int MOST_STEPS = 10;

    /**
     * An event at its place.
     *
     * @param number    from 1 on, without gaps, in the tenant
     * @param actor     who did it, such as {@code staff/<id>}
     */
    public record Told(long number, UUID id, String type, UUID subjectId, Instant occurredAt, String actor) {

        /** What is read on from. */
        public String cursor() {
            return Long.toString(number);
        }
    }

    @Inject
    EventPlaces places;

    @Inject
    @Any
    Instance<EventTypes> sources;

    /** All types that are ever told, in the order of the alphabet. */
    public List<String> types() {
        return StreamSupport.stream(sources.spliterator(), false).flatMap(s -> s.types().stream()).sorted().toList();
    }

    /** Whether a pattern names a type, or with {@code .*} those that begin alike. */
    public boolean isKnown(String pattern) {
        return types().stream().anyMatch(type -> matches(pattern, type));
    }

    /** Whether a type is meant by a pattern: the type itself, or what stands before {@code *}. */
    public static boolean matches(String pattern, String type) {
        return pattern.endsWith(".*") ? type.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(type);
    }

    /**
     * The oldest first, after a cursor.
     *
     * @param type only those of a type; null for all
     */
    public Page<Told> page(String type, PageRequest request) {
        if (type != null && !types().contains(type)) {
            throw Problem.invalid(new FieldError("/type", "field.unknown-key", type));
        }
        long after = number(request.after());
        List<Told> found = places.after(after, type, request.size() + 1);
        boolean more = true;
        for (int step = 0; step < MOST_STEPS && more && found.size() <= request.size(); step++) {
            more = places.settle();
            found = places.after(after, type, request.size() + 1);
        }
        Page<Told> page = Page.of(found, request.size(), Told::cursor);
        // A rare type in a long past: the reader goes on where the looking has stopped.
        return page.hasMore() || !more ? page : new Page<>(page.items(), Long.toString(places.last()));
    }

    private static long number(String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException none) {
            throw Problem.invalid(new FieldError("/page[after]", "page.cursor"));
        }
    }
}
