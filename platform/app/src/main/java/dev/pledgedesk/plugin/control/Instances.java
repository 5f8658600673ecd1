package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.Visible;
import dev.pledgedesk.plugin.control.PluginRegistry.Installed;
import dev.pledgedesk.plugin.SdkTexts;
import dev.pledgedesk.plugin.control.Instance.Traits;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdkloader.PluginManifest;
import dev.pledgedesk.sdkloader.SettingsReader;
import dev.pledgedesk.tenancy.PluginSection.Extension;
import dev.pledgedesk.tenancy.PluginSection.Settings;
import dev.pledgedesk.tenancy.PluginSection.Use;
import dev.pledgedesk.tenancy.TenantClosed;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The instances of each tenant, made when its configuration is first used here and again as far as it has changed. */
@ApplicationScoped
public class Instances {

    private static final Logger LOG = Logger.getLogger(Instances.class.getName());
    private static final Duration MAKING = Duration.ofSeconds(5);
    /** One that could not be made is tried again after a while: a moment's trouble must not last until the next configuration. */
    private static final Duration AGAIN = Duration.ofMinutes(1);
    /** How many threads of a plugin one tenant can keep busy. */
    private static final int LANE = 8;

    @Inject
    PluginRegistry registry;

    @Inject
    Guard guard;

    @Inject
    ContextMaker contexts;

    @Inject
    StoreTransactions stores;

    @Inject
    FailureBook failures;

    @Inject
    Tenants tenants;

    @Inject
    TenantContext context;

    @Inject
    DeskClock clock;

    private final Map<TenantId, OfTenant> all = new ConcurrentHashMap<>();

    /**
     * Something that is switched on and not there: a plugin that does not run here, or does not offer it any more.
     *
     * @param reason for who looks after the tenant
     */
    record Missing(ExtensionRef ref, String reason) {
    }

    /** Those of one tenant under one version of its configuration. */
    private static final class OfTenant {

        private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
        private int version = -1;
        private List<Instance> instances = List.of();
        private List<Missing> missing = List.of();
    }

    /** Whether anything is switched on at a point, by the configuration alone: nothing is made for it. */
    boolean any(ExtensionPoint<?> point) {
        return registry.switchedOn(tenants.config()).anyMatch(on -> on.contribution().point() == point);
    }

    /** The same for one of them by its key. */
    boolean isOn(ExtensionPoint<?> point, String key) {
        return registry.switchedOn(tenants.config()).anyMatch(on -> on.key().equals(key) && on.contribution().point() == point);
    }

    /** Whether the configuration has one switched on, whether its plugin runs here or not. */
    boolean isConfigured(String key) {
        return tenants.config().pluginsUsed().stream().anyMatch(use -> use.extensions().stream().anyMatch(e -> key.equals(use.plugin() + "/" + e.use())));
    }

    /** Those of the tenant of the request, in the order of its configuration; outside of transactions. */
    List<Instance> ofTenant() {
        OfTenant own = current();
        return own == null ? List.of() : own.instances;
    }

    /** What is switched on and not there. */
    List<Missing> missing() {
        OfTenant own = current();
        return own == null ? List.of() : own.missing;
    }

    private OfTenant current() {
        if (tenants.config().pluginsUsed().isEmpty() && !all.containsKey(context.tenantId())) {
            return null;
        }
        OfTenant own = all.computeIfAbsent(context.tenantId(), t -> new OfTenant());
        synchronized (own) {
            int version = tenants.current().configVersion();
            Instant now = clock.now();
            if (own.version != version || own.instances.stream().anyMatch(i -> isDue(i, now))) {
                guard.requireNoTransaction();
                List<Instance> before = own.instances;
                make(own, before, now);
                own.version = version;
                before.stream().filter(i -> !own.instances.contains(i)).forEach(this::close);
            }
            return own;
        }
    }

    private static boolean isDue(Instance instance, Instant now) {
        return instance.object() == null && instance.madeAt().plus(AGAIN).isBefore(now);
    }

    private void make(OfTenant own, List<Instance> before, Instant now) {
        List<Instance> made = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        ZoneId zone = ZoneId.of(tenants.config().tenant().zone());
        for (Use use : tenants.config().pluginsUsed()) {
            Optional<Installed> installed = registry.running(use.plugin(), use.version());
            for (Extension extension : use.extensions()) {
                Optional<Contribution<?, ?>> offered = installed.flatMap(i -> i.plugin().contribution(extension.use()));
                if (offered.isEmpty()) {
                    missing.add(new Missing(new ExtensionRef(use.plugin(), extension.use(), installed.map(i -> i.plugin().manifest().version().toString()).orElse(use.version() == null ? "-" : use.version()),
                            LocalizedText.same(extension.use())), installed.isEmpty() ? "the plugin does not run on this server" : "the plugin does not offer it"));
                } else {
                    made.add(before.stream().filter(i -> i.installed() == installed.get() && i.contribution() == offered.get() && i.settings().equals(extension.settings()) && i.zone().equals(zone) && !isDue(i, now)).findFirst()
                            .orElseGet(() -> make(own, installed.get(), offered.get(), extension.settings(), zone)));
                }
            }
        }
        missing.stream().filter(m -> !own.missing.contains(m)).forEach(m -> failures.write(m.ref(), FailureKind.NOT_MADE, m.reason(), null));
        own.instances = List.copyOf(made);
        own.missing = List.copyOf(missing);
    }

    private Instance make(OfTenant own, Installed installed, Contribution<?, ?> offered, Settings settings, ZoneId zone) {
        PluginManifest manifest = installed.plugin().manifest();
        ExtensionRef ref = new ExtensionRef(manifest.id(), offered.id(), manifest.version().toString(), SdkTexts.localized(offered.name()));
        String tenantKey = tenants.config().tenant().key();
        var owner = new ContextMaker.Owner(context.tenantId(), tenantKey, zone, stores.open(manifest.id()));
        Visible visible = contexts.visible(manifest, owner.store());
        Semaphore lane = own.lanes.computeIfAbsent(manifest.id(), p -> new Semaphore(LANE));
        String why;
        try {
            // Settings, context, object: the plugin's threads know nothing of the server, so what is the application's is made between.
            var kept = contexts.secrets(tenantKey);
            var tree = SettingsTree.of(settings);
            SettingsReader.Result read = installed.threads().call(installed.plugin().loader(), MAKING, () -> SettingsReader.read(Offers.form(offered), tree, kept), () -> { });
            if (read.settings() != null) {
                TenantContextOfPlugin face = contexts.make(manifest, owner, read.hosts(), visible);
                Made made = installed.threads().call(installed.plugin().loader(), MAKING, () -> made(ref, offered, face, read.settings()), () -> { });
                return new Instance(ref, installed, offered, settings, made.object(), face, visible, new Breaker(isTriedForEver(offered)), lane, made.traits(), zone, null, clock.now());
            }
            why = read.findings().get(0).pointer() + " " + read.findings().get(0).text().en();
        } catch (PluginThreads.Threw threw) {
            why = threw.getMessage();
        } catch (TimeoutException | RejectedExecutionException slow) {
            why = slow instanceof TimeoutException ? "it took too long" : "all threads of the plugin were busy";
        }
        failures.write(ref, FailureKind.NOT_MADE, why, null);
        return new Instance(ref, installed, offered, settings, null, null, visible, new Breaker(isTriedForEver(offered)), lane, Traits.NONE, zone, why, clock.now());
    }

    private static boolean isTriedForEver(Contribution<?, ?> offered) {
        return offered.point() == ExtensionPoint.NOTIFICATION_CHANNEL || offered.point() == ExtensionPoint.INBOUND_CHANNEL;
    }

    /** What a thread of the plugin has made. */
    private record Made(Object object, Traits traits) {
    }

    private static <T, C extends Record> Made made(ExtensionRef ref, Contribution<T, C> offered, TenantContextOfPlugin own, Record settings) {
        T object = offered.factory().make(offered.settings().cast(settings), own.face());
        if (!offered.point().type().isInstance(object)) {
            throw new IllegalStateException(ref.key() + " makes nothing that can be called");
        }
        return new Made(object, Traits.of(object));
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
                }, () -> { });
            } catch (PluginThreads.Threw | TimeoutException | RejectedExecutionException failed) {
                LOG.log(Level.WARNING, "an instance of {0} cannot be closed: {1}", new Object[] {instance.ref().key(), failed.getClass().getSimpleName()});
            }
        }
    }

    /** A tenant that has left leaves no instances behind. */
    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantClosed event) {
        OfTenant own = all.remove(event.tenant());
        if (own != null) {
            own.instances.forEach(this::close);
        }
    }

    @PreDestroy
    void end() {
        all.values().forEach(own -> own.instances.forEach(this::close));
    }
}
