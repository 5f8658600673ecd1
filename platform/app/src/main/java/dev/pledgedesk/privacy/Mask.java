package dev.pledgedesk.privacy;

import java.util.Locale;

/** How a value is shown to somebody who has not opened it: enough to recognise, too little to use. */
public enum Mask {

    /** The first letter before the at sign, and where the mailbox is. */
    MAIL {
        @Override
        String masked(String value) {
            int at = value.indexOf('@');
            return at < 1 ? DOTS : value.substring(0, value.offsetByCodePoints(0, 1)) + DOTS + value.substring(at);
        }
    },
    /** The last four digits, where there are enough others before them. */
    PHONE {
        @Override
        String masked(String value) {
            return value.length() < 8 ? DOTS : DOTS + value.substring(value.length() - 4);
        }
    },
    /** Nothing of it. */
    ALL {
        @Override
        String masked(String value) {
            return DOTS;
        }
    };

    private static final String DOTS = "•••";

    abstract String masked(String value);

    /** What is shown; null for null. */
    public String apply(String value) {
        return value == null ? null : masked(value);
    }

    /** As written in the contract and in texts, such as {@code mail}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
