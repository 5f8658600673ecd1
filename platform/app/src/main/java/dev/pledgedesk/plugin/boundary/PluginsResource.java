package dev.pledgedesk.plugin.boundary;

import dev.pledgedesk.api.PluginsApi;
import dev.pledgedesk.api.model.Plugin;
import dev.pledgedesk.api.model.PluginList;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.plugin.Plugins;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Plugins of the server over REST, for the operator. */
@RequestScoped
public class PluginsResource implements PluginsApi {

    @Inject
    Plugins plugins;

    @Inject
    RequestLanguage language;

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public PluginList listPlugins() {
        Locale reader = language.messages().locale();
        return new PluginList().items(plugins.all().stream().map(p -> PluginAnswers.plugin(p, reader)).toList());
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public Plugin releasePlugin(String pluginId, String pluginVersion, String idempotencyKey) {
        return PluginAnswers.plugin(plugins.release(pluginId, pluginVersion), language.messages().locale());
    }
}
