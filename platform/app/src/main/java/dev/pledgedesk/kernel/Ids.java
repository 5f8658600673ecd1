package dev.pledgedesk.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Makes and reads record ids: UUIDs of version 7, so that ids sort by the time they were made. */
public final class Ids {

    /** Before all that were ever made: where a walk in their order begins. */
    public static final UUID FIRST = new UUID(0, 0);
    /** After all that will ever be made: where a walk from the newest to the oldest begins. */
    public static final UUID LAST = new UUID(-1, -1);

    private static final int MOMENT_SHIFT = 16;
    private static final long VERSION_7 = 0x7000;

    private Ids() {
    }

    /** A new id; greater than those this process made in earlier milliseconds. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** After all that were made longer ago, by the clock that makes ids, and before all that were or will be made since. */
    public static UUID madeBefore(Duration ago) {
        long moment = (next().getMostSignificantBits() >>> MOMENT_SHIFT) - ago.toMillis();
        return new UUID(moment << MOMENT_SHIFT | VERSION_7, 0);
    }

    /** The id a caller wrote, empty if it is not one. */
    public static Optional<UUID> parse(String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
