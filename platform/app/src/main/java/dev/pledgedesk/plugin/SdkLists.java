package dev.pledgedesk.plugin;

import java.util.List;
import java.util.Objects;

/** Lists that plugins answer with. */
public final class SdkLists {

    private SdkLists() {
    }

    /**
     * The first of a list; to be called by the plugin's own thread, as the list and what is in it are the plugin's.
     *
     * @throws ClassCastException   if something in it is not what it should be
     * @throws NullPointerException if something in it, or the list itself, is missing
     */
    public static <T> List<T> first(int most, Class<T> type, List<T> given) {
        return given.stream().limit(most).map(type::cast).map(Objects::requireNonNull).toList();
    }
}
