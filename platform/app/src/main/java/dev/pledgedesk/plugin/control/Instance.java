package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Visible;
import dev.pledgedesk.plugin.control.PluginRegistry.Installed;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.tenancy.PluginSection.Settings;

/**
 * What one tenant has of one thing that a plugin offers.
 *
 * @param object  which is called; null if it could not be made
 * @param context what it was made with, null if there is none
 * @param trouble why it could not be made, for who looks after the tenant; null if it was
 */
record Instance(ExtensionRef ref, Installed installed, Contribution<?, ?> contribution, Settings settings, Object object, TenantContextOfPlugin context, Visible visible, Breaker breaker,
        String trouble) {
}
