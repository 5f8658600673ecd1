package dev.pledgedesk.sdk;

import java.util.List;

/**
 * The entry of a plugin, named in its jar under {@code META-INF/services/dev.pledgedesk.sdk.DeskPlugin}. Made once for the whole server, by its public
 * constructor without parameters, which must neither block nor start threads. Who the plugin is stands in the jar's manifest, not here.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface DeskPlugin {

    /**
     * What it offers; asked once, when it is loaded. Each has an id of its own.
     *
     * @return at least one
     */
    List<Contribution<?, ?>> contributions();
}
