package dev.pledgedesk.report.control;

import dev.pledgedesk.audit.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Notes an extract in a transaction of its own: writing one is no transaction. */
@ApplicationScoped
@Transactional
public class ExtractJournal {

    @Inject
    Journal journal;

    void write(Journal.Entry entry) {
        journal.write(entry);
    }
}
