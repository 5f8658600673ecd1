package dev.pledgedesk.sdk;

/**
 * The entry of a plugin, implemented by the plugin and named in its jar under {@code META-INF/services}. Made once by its public constructor without
 * parameters, which must neither block nor start threads.
 *
 * @since 1.0
 */
public interface DeskPlugin {

    /** Stable id in lower-kebab case, such as {@code art-platform}; never null. */
    String id();

    /** Version of the plugin, such as {@code 1.2.0}; never null. */
    String version();
}
