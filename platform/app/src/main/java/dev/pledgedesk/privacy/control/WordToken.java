package dev.pledgedesk.privacy.control;

import java.util.Base64;

/** What stands for a word in a search index: keyed with the tenant's secret, it tells nothing of the word but that it is the same as another. */
public final class WordToken {

    private static final int BYTES = 6;
    private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();

    private WordToken() {
    }

    /** The token of a word. */
    public static String of(TenantKeys keys, String word) {
        return LETTERS.encodeToString(keys.index("token", word, BYTES));
    }
}
