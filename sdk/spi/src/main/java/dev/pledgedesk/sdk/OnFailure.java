package dev.pledgedesk.sdk;

/**
 * What the platform does in place of a plugin's answer that failed or did not come in time.
 *
 * @since 1.0
 */
public enum OnFailure {
    /** Goes on as if the plugin had nothing to say. */
    SKIP,
    /** Does what it does without the plugin. */
    BUILT_IN,
    /** Asks again later, for up to three days. */
    RETRY_LATER,
    /** Refuses what was asked for, saying that it can be tried again. */
    REFUSE
}
