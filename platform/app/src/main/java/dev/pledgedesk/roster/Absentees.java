package dev.pledgedesk.roster;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.roster.control.AbsenceTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;

/** Leave: everybody asks for his own, who manages the roster decides. */
@ApplicationScoped
public class Absentees {

    @Inject
    AbsenceTransactions transactions;

    @Inject
    Caller caller;

    /** The caller's, the newest first. */
    public Page<AbsenceView> own(PageRequest request) {
        return transactions.page(caller.staffId(), false, request);
    }

    /** Anybody's, the newest first; those alone that are to be decided if {@code openOnly}. */
    public Page<AbsenceView> page(boolean openOnly, PageRequest request) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.page(null, openOnly, request);
    }

    public AbsenceView ask(LocalDate from, LocalDate to, AbsenceKind kind, String reason) {
        caller.staffId();
        return transactions.ask(from, to, kind, reason);
    }

    public AbsenceView decide(UUID id, boolean granted) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.decide(id, granted);
    }

    public AbsenceView withdraw(UUID id) {
        caller.staffId();
        return transactions.withdraw(id);
    }
}
