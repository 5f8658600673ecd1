package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Visible;
import dev.pledgedesk.plugin.control.PluginRegistry.Installed;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.tenancy.PluginSection.Settings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * What one tenant has of one thing that a plugin offers.
 *
 * @param object  which is called; null if it could not be made
 * @param context what it was made with, null if there is none
 * @param lane    how many threads of the plugin the tenant can keep busy at a time, so that others have some
 * @param types   types of events that it wants to hear of, if it is a listener
 * @param zone    that it was made with
 * @param trouble why it could not be made, for who looks after the tenant; null if it was
 * @param madeAt  when that was, or was tried
 */
record Instance(ExtensionRef ref, Installed installed, Contribution<?, ?> contribution, Settings settings, Object object, TenantContextOfPlugin context, Visible visible, Breaker breaker,
        Semaphore lane, Set<String> types, ZoneId zone, String trouble, Instant madeAt) {
}
