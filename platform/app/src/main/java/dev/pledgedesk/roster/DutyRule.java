package dev.pledgedesk.roster;

import java.util.Locale;

/** What nobody may be asked for. */
public enum DutyRule {

    /** He lacks a pass, or his role does not fill the post. */
    QUALIFIED,
    /** He is away. */
    AWAY,
    /** He begins another shift on that day. */
    ONE_A_DAY,
    /** Too few hours lie between two of his shifts. */
    REST,
    /** Too many days without a day off. */
    DAYS_IN_A_ROW,
    /** Too many hours from Monday to Sunday. */
    HOURS_A_WEEK,
    /** The post has no seat left. */
    SEATS;

    /** As written in the contract and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key. */
    public static DutyRule of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
