package dev.pledgedesk.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which capability may use which: those of lower levels, and beside itself only what is named. */
final class Levels {

    /** From the ground up. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("kernel", "rest"),
            Set.of("tenancy", "outbound"),
            Set.of("audit", "eventing", "calendar"),
            Set.of("privacy", "limits"),
            Set.of("identity", "plugin", "idempotency"),
            Set.of("notification"),
            Set.of("ticket", "breach", "webhook", "training", "roster"),
            Set.of("promise", "inbound"),
            Set.of("quality"),
            Set.of("complaint"),
            Set.of("appraisal"),
            Set.of("page", "report"),
            Set.of("portal", "console"),
            Set.of("web"));

    /** Neighbours that may be used. */
    private static final Map<String, Set<String>> SIDEWAYS = Map.of("audit", Set.of("eventing"), "rest", Set.of("kernel"), "plugin", Set.of("identity"),
            "roster", Set.of("training"));

    /** The composition root: wires the boundaries of all rooms together. */
    static final String COMPOSITION = "web";

    private Levels() {
    }

    /** Whether the table knows the capability; a new one has to be given its level first. */
    static boolean knows(String capability) {
        return level(capability) >= 0;
    }

    /** Whether one capability may use another. */
    static boolean mayUse(String from, String to) {
        return from.equals(to) || level(to) < level(from) || SIDEWAYS.getOrDefault(from, Set.of()).contains(to);
    }

    private static int level(String capability) {
        for (int i = 0; i < LEVELS.size(); i++) {
            if (LEVELS.get(i).contains(capability)) {
                return i;
            }
        }
        return -1;
    }
}
