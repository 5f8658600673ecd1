package dev.pledgedesk.roster;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.roster.control.RunTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;

/** Rosters that a solver proposes: legal first, then complete, then fair; looked at before they count. */
@ApplicationScoped
public class RosterProposals {

    @Inject
    RunTransactions transactions;

    @Inject
    Caller caller;

    /** Newest first. */
    public Page<RunView> page(PageRequest request) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.page(request);
    }

    public RunView get(UUID id) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.get(id);
    }

    /** Asks for one of some days; what is in the roster already stays. */
    public RunView start(LocalDate from, int days) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.start(from, days);
    }

    public RunView cancel(UUID id) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.cancel(id);
    }

    /** Makes the roster of it. */
    public RunView apply(UUID id) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.apply(id);
    }
}
