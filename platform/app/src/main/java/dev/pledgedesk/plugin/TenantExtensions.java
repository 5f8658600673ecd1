package dev.pledgedesk.plugin;

import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.plugin.control.ExtensionDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What of plugins the tenant of the request has switched on, for who looks after it. */
@ApplicationScoped
public class TenantExtensions {

    /** What a plugin keeps for a tenant. */
    public record Kept(String plugin, int entries, long characters) {
    }

    /**
     * An offer of the newest version of a plugin.
     *
     * @param data  classes of data that the plugin sees
     * @param hosts what it may call
     */
    public record Offered(String plugin, String version, InstalledPlugin.Offer offer, List<String> data, List<String> hosts) {
    }

    @Inject
    ExtensionDesk desk;

    /** What could be switched on. */
    public List<Offered> offers() {
        return desk.offers();
    }

    /** What is switched on, in the order in which it is asked. */
    public List<ExtensionView> all() {
        return desk.all();
    }

    /** What has failed, the newest first. */
    public Page<FailureView> failures(PageRequest request) {
        return desk.failures(request);
    }

    /** Calls one again that rests or is in quarantine. */
    public ExtensionView release(String plugin, String use) {
        return desk.release(plugin, use);
    }

    /** How much a plugin keeps; not found if it has never kept anything. */
    public Kept kept(String plugin) {
        return desk.kept(plugin);
    }

    /** Empties what a plugin keeps. */
    public void empty(String plugin) {
        desk.empty(plugin);
    }
}
