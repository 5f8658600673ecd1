package dev.pledgedesk.plugin.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.FailureView;
import dev.pledgedesk.plugin.TenantExtensions.Kept;
import dev.pledgedesk.plugin.entity.PluginFailure;
import dev.pledgedesk.plugin.entity.PluginFailures;
import dev.pledgedesk.plugin.entity.PluginStore;
import dev.pledgedesk.plugin.entity.PluginStores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What is read and written of extensions, beside the calls themselves. */
@ApplicationScoped
@Transactional
public class ExtensionTransactions {

    /** Failures of an extension that are written down. */
    static final int MOST_A_MINUTE = 20;
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    PluginFailures failures;

    @Inject
    DeskClock clock;

    @Inject
    PluginStores stores;

    @Inject
    StoreTransactions contents;

    @Inject
    Journal journal;

    /** Writes a failure down; of a plugin that fails all the time only so many a minute, so that it does not fill the book. */
    void note(ExtensionRef ref, FailureKind kind, String place, UUID subject) {
        Instant now = clock.now();
        if (failures.count(ref.key(), now.minus(Duration.ofMinutes(1))) < MOST_A_MINUTE) {
            failures.add(new PluginFailure(Ids.next(), ref.key(), ref.version(), kind.key(), place, subject, now));
            failures.removeBefore(now.minus(KEPT));
        }
    }

    long failures(String extension, Instant since) {
        return failures.count(extension, since);
    }

    Page<FailureView> failures(PageRequest request) {
        return failures.page(request).map(f -> new FailureView(f.id(), f.extension(), f.pluginVersion(), f.kind(), f.place(), f.subjectId(), f.happenedAt()));
    }

    void note(String actor, String action, String extension) {
        journal.write(new Journal.Entry(actor, action, "extension", extension, Map.of()));
    }

    Kept kept(String plugin) {
        PluginStore store = stores.of(plugin).orElseThrow(Problem::notFound);
        return new Kept(store.plugin(), store.entries(), store.characters());
    }

    void empty(String plugin, String actor) {
        PluginStore store = stores.of(plugin).orElseThrow(Problem::notFound);
        journal.write(new Journal.Entry(actor, "extension.emptied", "plugin", plugin, Map.of("entries", store.entries(), "characters", store.characters())));
        contents.clear(plugin);
    }
}
