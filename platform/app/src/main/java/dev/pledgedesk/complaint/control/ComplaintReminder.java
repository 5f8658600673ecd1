package dev.pledgedesk.complaint.control;

import dev.pledgedesk.eventing.DueWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Looks at complaints whose customers were asked, when it is time to remind them. */
@ApplicationScoped
public class ComplaintReminder implements DueWorker {

    static final String KIND = "complaint-reminder";

    @Inject
    ClosingTransactions closing;

    @Override
    public String kind() {
        return KIND;
    }

    /** The complaint is locked before the work's row is removed, as requests do it. */
    @Override
    public boolean ownTransactions() {
        return true;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(closing::remind);
    }
}
