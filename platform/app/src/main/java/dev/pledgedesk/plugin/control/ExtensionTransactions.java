package dev.pledgedesk.plugin.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.FailureView;
import dev.pledgedesk.plugin.TenantExtensions.Kept;
import dev.pledgedesk.plugin.entity.PluginFailures;
import dev.pledgedesk.plugin.entity.PluginStore;
import dev.pledgedesk.plugin.entity.PluginStores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;

/** What is read and written of extensions, beside the calls themselves. */
@ApplicationScoped
@Transactional
public class ExtensionTransactions {

    @Inject
    PluginFailures failures;

    @Inject
    PluginStores stores;

    @Inject
    StoreTransactions contents;

    @Inject
    Journal journal;

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
