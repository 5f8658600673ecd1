package dev.pledgedesk.roster;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.roster.control.RosterTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is on duty when. Everybody of the staff sees the roster; who manages it changes it. */
@ApplicationScoped
public class Rosters {

    @Inject
    RosterTransactions transactions;

    @Inject
    Caller caller;

    /** The roster of some days, both included, 62 at most. */
    public RosterView view(LocalDate from, LocalDate to) {
        caller.staffId();
        return transactions.view(from, to);
    }

    /** The caller's shifts of some days. */
    public List<ShiftView> own(LocalDate from, LocalDate to) {
        return transactions.of(caller.staffId(), from, to);
    }

    /** Puts somebody on duty; refused if a rule would be broken, naming it. */
    public ShiftView assign(ShiftDraft draft) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.assign(draft);
    }

    /** Puts people on duty, each by the rules; what was refused is given back by its place in the list. */
    public Map<Integer, Problem> assignAll(List<ShiftDraft> drafts) {
        caller.require(Permission.ROSTER_MANAGE);
        return transactions.assignAll(drafts);
    }

    /** Takes somebody off. */
    public void remove(UUID shift) {
        caller.require(Permission.ROSTER_MANAGE);
        transactions.remove(shift);
    }

    /** The caller is at his place; keys of checks that are not in order. */
    public ShiftView signIn(UUID shift, List<String> faults) {
        caller.staffId();
        return transactions.signIn(shift, faults);
    }

    /** He goes. */
    public ShiftView signOut(UUID shift) {
        caller.staffId();
        return transactions.signOut(shift);
    }

    /** How shifts of some days were kept. */
    public AttendanceFigures figures(LocalDate from, LocalDate to) {
        caller.require(Permission.ROSTER_READ);
        return transactions.figures(from, to);
    }
}
