package dev.pledgedesk.inside;

import dev.pledgedesk.eventing.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Asks for work in a transaction, as use cases do. */
@ApplicationScoped
@Transactional
public class DueWorkAsker {

    @Inject
    DueWork dueWork;

    /** Asks for work at once. */
    public void ask(String kind, UUID id) {
        dueWork.now(kind, id);
    }
}
