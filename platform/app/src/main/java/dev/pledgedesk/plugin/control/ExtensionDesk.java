package dev.pledgedesk.plugin.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.ExtensionView;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.FailureView;
import dev.pledgedesk.plugin.InstalledPlugin;
import dev.pledgedesk.plugin.InstalledPlugin.State;
import dev.pledgedesk.plugin.TenantExtensions.Kept;
import dev.pledgedesk.plugin.TenantExtensions.Offered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Shows a tenant's extensions and takes care of them. */
@ApplicationScoped
public class ExtensionDesk {

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    PluginRegistry registry;

    @Inject
    Instances instances;

    @Inject
    ExtensionTransactions transactions;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** What could be switched on. */
    public List<Offered> offers() {
        return registry.all().stream().filter(p -> p.state() != State.FAILED).filter(p -> registry.running(p.id(), null).orElseThrow().plugin().manifest().version().toString().equals(p.version()))
                .flatMap(p -> p.offers().stream().map(o -> new Offered(p.id(), p.version(), o, p.data(), p.hosts()))).toList();
    }

    /** What is switched on. */
    public List<ExtensionView> all() {
        return Stream.concat(instances.ofTenant().stream().map(this::view), instances.missing().stream().map(m -> new ExtensionView(m.ref(), "", FailureKind.NOT_MADE.key(), m.reason(),
                transactions.failures(m.ref().key(), clock.now().minus(DAY))))).toList();
    }

    private ExtensionView view(Instance instance) {
        String state = instance.object() == null ? FailureKind.NOT_MADE.key() : !instance.installed().isCallable() ? FailureKind.QUARANTINED.key()
                : instance.breaker().state(clock.now()).map(FailureKind::key).orElse(InstalledPlugin.State.RUNNING.key());
        return new ExtensionView(instance.ref(), instance.contribution().point().key(), state, instance.trouble(), transactions.failures(instance.ref().key(), clock.now().minus(DAY)));
    }

    /** What has failed. */
    public Page<FailureView> failures(PageRequest request) {
        return transactions.failures(request);
    }

    /** Calls one again. */
    public ExtensionView release(String plugin, String use) {
        Instance instance = instances.ofTenant().stream().filter(i -> i.ref().plugin().equals(plugin) && i.ref().use().equals(use)).findFirst().orElseThrow(Problem::notFound);
        transactions.note(caller.actor(), "extension.released", instance.ref().key());
        instance.breaker().good();
        return view(instance);
    }

    /** How much a plugin keeps. */
    public Kept kept(String plugin) {
        return transactions.kept(plugin);
    }

    /** Empties what a plugin keeps. */
    public void empty(String plugin) {
        transactions.empty(plugin, caller.actor());
    }
}
