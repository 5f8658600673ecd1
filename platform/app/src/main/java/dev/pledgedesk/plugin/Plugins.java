package dev.pledgedesk.plugin;

import dev.pledgedesk.plugin.control.PluginRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The plugins of the server, for whoever runs it. */
@ApplicationScoped
public class Plugins {

    @Inject
    PluginRegistry registry;

    /** All that were found at the start of this node, refused ones as well. */
    public List<InstalledPlugin> all() {
        return registry.all();
    }

    /** Calls one again that did not give its threads back; not found if it does not run here. */
    public InstalledPlugin release(String id, String version) {
        return registry.release(id, version);
    }
}
