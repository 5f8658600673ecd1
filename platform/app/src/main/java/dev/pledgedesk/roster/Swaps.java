package dev.pledgedesk.roster;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.roster.control.SwapTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Swaps of shifts between colleagues, granted by who manages the roster. */
@ApplicationScoped
public class Swaps {

    @Inject
    SwapTransactions transactions;

    @Inject
    Caller caller;

    /** Those that the caller has to do with, or all for who manages the roster; the open ones, newest first. */
    public List<SwapView> open() {
        caller.staffId();
        return transactions.open(caller.may(Permission.ROSTER_MANAGE) ? null : caller.staffId());
    }

    /** Asks a colleague to take a shift of the caller's, perhaps for one of the colleague's. */
    public SwapView ask(UUID shift, UUID taker, UUID inReturn) {
        caller.staffId();
        return transactions.ask(shift, taker, inReturn);
    }

    public SwapView answer(UUID id, boolean agrees) {
        caller.staffId();
        return transactions.answer(id, agrees);
    }

    public SwapView decide(UUID id, boolean granted) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.decide(id, granted);
    }

    public SwapView withdraw(UUID id) {
        caller.staffId();
        return transactions.withdraw(id);
    }
}
