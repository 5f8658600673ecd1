package dev.pledgedesk.sdk;

import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What an instance may use, cut to its tenant: whatever is read or kept through it is that tenant's. May be kept by the instance as long as it lives, and used
 * by every thread that the platform calls it with; once the instance is closed, everything in it refuses by {@link IllegalStateException}.
 *
 * @since 1.0
 */
@ProvidedByPlatform
public interface PluginContext {

    /**
     * The platform's clock; the machine's own is not for plugins, because trials and tests move time.
     *
     * @return in UTC
     */
    InstantSource clock();

    /**
     * Where the tenant is.
     *
     * @return the zone that its people think in
     */
    ZoneId zone();

    /**
     * Where the plugin writes for its operator. Personal data and secrets do not belong there; lines are cut at 2,000 characters, and more than 100 a minute are
     * dropped and counted.
     *
     * @return a log of the plugin's own
     */
    System.Logger log();

    /**
     * Calls to other servers, of the hosts alone that the plugin's manifest names.
     *
     * @return the gate
     */
    Http http();

    /**
     * Mail servers, of the hosts alone that the plugin's manifest names.
     *
     * @return the way to them
     * @since 1.2
     */
    default Mail mail() {
        throw new UnsupportedOperationException("no mail here");
    }

    /**
     * What the plugin keeps for this tenant.
     *
     * @return the store
     */
    Store store();

    /**
     * What is on the tenant's desk, to read; as much of it as the plugin's manifest asks for.
     *
     * @return the desk
     */
    Desk desk();
}
