package dev.pledgedesk.plugin.boundary;

import dev.pledgedesk.api.ExtensionsApi;
import dev.pledgedesk.api.model.Extension;
import dev.pledgedesk.api.model.ExtensionConfiguration;
import dev.pledgedesk.api.model.ExtensionFailurePage;
import dev.pledgedesk.api.model.ExtensionList;
import dev.pledgedesk.api.model.NewExtensionConfiguration;
import dev.pledgedesk.api.model.OfferList;
import dev.pledgedesk.api.model.PluginStore;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.OwnTransactions;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.plugin.ExtensionSettings;
import dev.pledgedesk.plugin.FailureView;
import dev.pledgedesk.plugin.TenantExtensions;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** What of plugins a tenant has switched on, over REST. */
@RequestScoped
public class ExtensionsResource implements ExtensionsApi {

    @Inject
    TenantExtensions extensions;

    @Inject
    ExtensionSettings settings;

    @Inject
    RequestLanguage language;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.PLUGIN_MANAGE)
    public OfferList listOffers() {
        Locale reader = language.messages().locale();
        return new OfferList().items(extensions.offers().stream().map(o -> PluginAnswers.offer(o.plugin(), o.version(), o.offer(), reader).data(o.data()).hosts(o.hosts())).toList());
    }

    @Override
    @Allowed(Permission.PLUGIN_MANAGE)
    public ExtensionConfiguration getExtensionConfiguration() {
        return UseAnswers.used(settings.now());
    }

    @Override
    @OwnTransactions
    @Allowed(Permission.PLUGIN_MANAGE)
    public ExtensionConfiguration putExtensionConfiguration(NewExtensionConfiguration body, String ifMatch) {
        return UseAnswers.used(settings.replace(body.getPlugins().stream().map(UseAnswers::use).toList(), ETags.required(ifMatch)));
    }

    @Override
    @Allowed(Permission.PLUGIN_MANAGE)
    public ExtensionList listExtensions() {
        Locale reader = language.messages().locale();
        return new ExtensionList().items(extensions.all().stream().map(e -> PluginAnswers.extension(e, reader)).toList());
    }

    @Override
    @Allowed(Permission.PLUGIN_MANAGE)
    public ExtensionFailurePage listExtensionFailures(Integer pageSize, String pageAfter) {
        Page<FailureView> page = extensions.failures(PageRequest.of(pageSize, pageAfter));
        return new ExtensionFailurePage().items(page.items().stream().map(PluginAnswers::failure).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @OwnTransactions
    @Allowed(Permission.PLUGIN_MANAGE)
    public Extension releaseExtension(String pluginId, String use, String idempotencyKey) {
        return PluginAnswers.extension(extensions.release(pluginId, use), language.messages().locale());
    }

    @Override
    @Allowed(Permission.PLUGIN_MANAGE)
    public PluginStore getPluginStore(String pluginId) {
        TenantExtensions.Kept kept = extensions.kept(pluginId);
        return new PluginStore().plugin(kept.plugin()).entries(kept.entries()).characters(kept.characters());
    }

    @Override
    @Allowed(Permission.PLUGIN_MANAGE)
    public void emptyPluginStore(String pluginId) {
        extensions.empty(pluginId);
    }
}
