package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.Visible;
import dev.pledgedesk.plugin.control.PluginRegistry.Installed;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdkloader.PluginManifest;
import dev.pledgedesk.sdkloader.SettingsReader;
import dev.pledgedesk.tenancy.PluginSection.Extension;
import dev.pledgedesk.tenancy.PluginSection.Settings;
import dev.pledgedesk.tenancy.PluginSection.Use;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantSecrets;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The instances of each tenant, made when its configuration is first used here and again as far as it has changed. */
@ApplicationScoped
public class Instances {

    private static final Logger LOG = Logger.getLogger(Instances.class.getName());
    private static final Duration MAKING = Duration.ofSeconds(5);

    @Inject
    PluginRegistry registry;

    @Inject
    ContextMaker contexts;

    @Inject
    StoreTransactions stores;

    @Inject
    FailureBook failures;

    @Inject
    TenantSecrets secrets;

    @Inject
    Tenants tenants;

    @Inject
    TenantContext context;

    private final Map<TenantId, OfTenant> all = new ConcurrentHashMap<>();

    /** Those of one tenant under one version of its configuration. */
    private static final class OfTenant {

        private int version = -1;
        private List<Instance> instances = List.of();
    }

    /** Those of the tenant of the request, in the order of its configuration; outside of transactions. */
    List<Instance> ofTenant() {
        if (tenants.config().pluginsUsed().isEmpty() && !all.containsKey(context.tenantId())) {
            return List.of();
        }
        OfTenant own = all.computeIfAbsent(context.tenantId(), t -> new OfTenant());
        synchronized (own) {
            int version = tenants.current().configVersion();
            if (own.version != version) {
                List<Instance> before = own.instances;
                own.instances = make(before);
                own.version = version;
                before.stream().filter(i -> !own.instances.contains(i)).forEach(this::close);
            }
            return own.instances;
        }
    }

    private List<Instance> make(List<Instance> before) {
        List<Instance> made = new ArrayList<>();
        for (Use use : tenants.config().pluginsUsed()) {
            Optional<Installed> installed = registry.running(use.plugin(), use.version());
            if (installed.isEmpty()) {
                LOG.log(Level.SEVERE, "tenant {0} uses plugin {1}, which does not run here", new Object[] {tenants.config().tenant().key(), use.plugin()});
                continue;
            }
            for (Extension extension : use.extensions()) {
                installed.get().plugin().contribution(extension.use()).ifPresent(offered -> made.add(before.stream()
                        .filter(i -> i.installed() == installed.get() && i.contribution() == offered && i.settings().equals(extension.settings()) && i.trouble() == null).findFirst()
                        .orElseGet(() -> make(installed.get(), offered, extension.settings()))));
            }
        }
        return List.copyOf(made);
    }

    private Instance make(Installed installed, Contribution<?, ?> offered, Settings settings) {
        PluginManifest manifest = installed.plugin().manifest();
        ExtensionRef ref = new ExtensionRef(manifest.id(), offered.id(), manifest.version().toString(), Offers.text(offered.name()));
        String tenantKey = tenants.config().tenant().key();
        var owner = new ContextMaker.Owner(context.tenantId(), tenantKey, ZoneId.of(tenants.config().tenant().zone()), stores.open(manifest.id()));
        Visible visible = contexts.visible(manifest, owner.store());
        Breaker breaker = new Breaker();
        try {
            return installed.threads().call(installed.plugin().loader(), MAKING, () -> {
                var read = SettingsReader.read(Offers.form(offered), SettingsTree.of(settings), name -> secrets.find(tenantKey, name));
                if (read.settings() == null) {
                    return new Instance(ref, installed, offered, settings, null, null, visible, breaker, read.findings().get(0).pointer() + " " + read.findings().get(0).text().en());
                }
                return made(ref, installed, offered, settings, owner, visible, breaker, read.settings(), read.hosts());
            });
        } catch (ExecutionException | TimeoutException | RejectedExecutionException failed) {
            String why = failed instanceof ExecutionException ? FailureBook.where(failed.getCause(), installed.plugin().loader()) : failed.getClass().getSimpleName();
            failures.write(ref, FailureKind.NOT_MADE, why, null);
            return new Instance(ref, installed, offered, settings, null, null, visible, breaker, why);
        }
    }

    /** By a thread of the plugin. */
    private <T, C extends Record> Instance made(ExtensionRef ref, Installed installed, Contribution<T, C> offered, Settings written, ContextMaker.Owner owner, Visible visible, Breaker breaker,
            Record settings, Set<String> hosts) {
        TenantContextOfPlugin own = contexts.make(installed.plugin().manifest(), owner, hosts, visible);
        T object = offered.factory().make(offered.settings().cast(settings), own.face());
        if (!offered.point().type().isInstance(object)) {
            throw new IllegalStateException(ref.key() + " makes nothing that can be called");
        }
        return new Instance(ref, installed, offered, written, object, own, visible, breaker, null);
    }

    private void close(Instance instance) {
        if (instance.context() != null) {
            instance.context().close();
        }
        if (instance.object() instanceof AutoCloseable closeable) {
            try {
                instance.installed().threads().call(instance.installed().plugin().loader(), MAKING, () -> {
                    closeable.close();
                    return true;
                });
            } catch (ExecutionException | TimeoutException | RejectedExecutionException failed) {
                LOG.log(Level.WARNING, "an instance of {0} cannot be closed: {1}", new Object[] {instance.ref().key(), failed.getClass().getSimpleName()});
            }
        }
    }

    @PreDestroy
    void end() {
        all.values().forEach(own -> own.instances.forEach(this::close));
    }
}
