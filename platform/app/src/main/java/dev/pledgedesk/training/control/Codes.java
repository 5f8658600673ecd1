package dev.pledgedesk.training.control;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Codes that people type: letters and digits that cannot be taken for one another. */
final class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUP = 4;

    private Codes() {
    }

    /** A new code of some groups of four, each worth 20 bits. */
    static String fresh(int groups) {
        return IntStream.range(0, groups).mapToObj(g -> RANDOM.ints(GROUP, 0, SIGNS.length()).mapToObj(i -> String.valueOf(SIGNS.charAt(i))).collect(Collectors.joining())).collect(Collectors.joining("-"));
    }

    /** A code as it was made, however somebody has typed it. */
    static String plain(String typed) {
        return typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    }
}
