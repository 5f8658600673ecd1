package dev.pledgedesk.identity;

/**
 * Work that somebody is to be given.
 *
 * @param type of the ticket; null for anything else
 * @param team whose queue a ticket is in; null for none
 * @param post of the roster; null for anything but a shift
 */
public record Work(String type, String team, String post) {

    /** A ticket; its team may be null. */
    public static Work ticket(String type, String team) {
        return new Work(type, team, null);
    }

    /** A complaint, which is in no team's queue. */
    public static Work complaint() {
        return new Work(null, null, null);
    }

    /** A shift at a post. */
    public static Work shift(String post) {
        return new Work(null, null, post);
    }

    public boolean isShift() {
        return post != null;
    }
}
