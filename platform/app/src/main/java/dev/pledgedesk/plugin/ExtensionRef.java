package dev.pledgedesk.plugin;

import dev.pledgedesk.kernel.LocalizedText;

/**
 * Something of a plugin that a tenant uses.
 *
 * @param plugin  id of the plugin
 * @param use     id of what it offers
 * @param version of the plugin that runs
 * @param name    what people read
 */
public record ExtensionRef(String plugin, String use, String version, LocalizedText name) {

    /** As configurations name it: {@code plugin/use}. */
    public String key() {
        return plugin + "/" + use;
    }
}
