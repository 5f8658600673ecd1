package dev.pledgedesk.plugin;

/**
 * Something that a tenant has switched on, as its administrator sees it.
 *
 * @param point    key of the extension point
 * @param state    {@code running}, or why it is not called
 * @param reason   why it could not be made; null if it was
 * @param failures in the last day
 */
public record ExtensionView(ExtensionRef ref, String point, String state, String reason, long failures) {
}
