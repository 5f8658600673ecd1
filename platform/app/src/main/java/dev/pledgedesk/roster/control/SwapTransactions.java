package dev.pledgedesk.roster.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.roster.SwapView;
import dev.pledgedesk.roster.entity.ShiftAssignment;
import dev.pledgedesk.roster.entity.ShiftAssignments;
import dev.pledgedesk.roster.entity.ShiftSwap;
import dev.pledgedesk.roster.entity.ShiftSwaps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Swaps: a colleague agrees, who runs the roster grants, and the rules hold for both. */
@ApplicationScoped
@Transactional
public class SwapTransactions {

    private static final String SUBJECT = "shift-swap";

    @Inject
    ShiftSwaps swaps;

    @Inject
    ShiftAssignments assignments;

    @Inject
    RosterTransactions roster;

    @Inject
    RosterDays days;

    @Inject
    RosterPeople people;

    @Inject
    RosterNotices notices;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** The caller asks a colleague to take a shift of his, perhaps for one of the colleague's. */
    public SwapView ask(UUID assignment, UUID taker, UUID inReturn) {
        ShiftAssignment mine = future(assignment, caller.staffId(), "/assignmentId");
        people.member(taker, "/takerId");
        if (taker.equals(caller.id())) {
            throw Problem.unprocessable(new FieldError("/takerId", "roster.own"));
        }
        if (inReturn != null) {
            future(inReturn, taker, "/inReturnId");
        }
        ShiftSwap swap = new ShiftSwap(Ids.next(), assignment, caller.id(), taker, inReturn, clock.now());
        check(swap);
        swaps.add(swap);
        swaps.flush();
        write("asked", swap);
        notices.tell(taker, "swap-asked", mine);
        return view(swap);
    }

    private ShiftAssignment future(UUID id, UUID whose, String pointer) {
        return assignments.find(id).filter(a -> a.staffId().equals(whose) && a.startsAt().isAfter(clock.now()))
                .orElseThrow(() -> Problem.unprocessable(new FieldError(pointer, "field.unknown-key", String.valueOf(id))));
    }

    /** Both may work what they would get. */
    private void check(ShiftSwap swap) {
        ShiftAssignment mine = future(swap.assignmentId(), swap.staffId(), "/assignmentId");
        roster.require(swap.takerId(), mine, days.section().post(mine.post()).orElseThrow(Problem::notFound), swap.inReturnId());
        if (swap.inReturnId() != null) {
            ShiftAssignment his = future(swap.inReturnId(), swap.takerId(), "/inReturnId");
            roster.require(swap.staffId(), his, days.section().post(his.post()).orElseThrow(Problem::notFound), swap.assignmentId());
        }
    }

    /** The colleague agrees or does not. */
    public SwapView answer(UUID id, boolean agrees) {
        ShiftSwap swap = swaps.held(id);
        caller.requireOwn(swap.takerId());
        swap.answer(agrees);
        swaps.flush();
        write(agrees ? "agreed" : "refused", swap);
        assignments.find(swap.assignmentId()).ifPresent(mine -> {
            notices.tell(swap.staffId(), agrees ? "swap-agreed" : "swap-refused", mine);
            if (agrees) {
                notices.tellManagers("swap-to-decide", mine);
            }
        });
        return view(swap);
    }

    /** Who runs the roster grants it, and it is done; or refuses. */
    public SwapView decide(UUID id, boolean granted) {
        ShiftSwap swap = swaps.held(id);
        if (granted) {
            check(swap);
        }
        swap.decide(granted, caller.actor());
        ShiftAssignment mine = assignments.held(swap.assignmentId());
        if (granted) {
            exchange(swap, mine);
        }
        swaps.flush();
        write(granted ? "granted" : "refused", swap);
        notices.tell(swap.staffId(), granted ? "swap-granted" : "swap-refused", mine);
        notices.tell(swap.takerId(), granted ? "swap-granted" : "swap-refused", mine);
        return view(swap);
    }

    private void exchange(ShiftSwap swap, ShiftAssignment mine) {
        mine.giveTo(swap.takerId());
        if (swap.inReturnId() != null) {
            assignments.held(swap.inReturnId()).giveTo(swap.staffId());
        }
    }

    /** Who has asked does not wish it any more. */
    public SwapView withdraw(UUID id) {
        ShiftSwap swap = swaps.held(id);
        caller.requireOwn(swap.staffId());
        swap.withdraw();
        swaps.flush();
        write("withdrawn", swap);
        return view(swap);
    }

    /** Those that somebody has to do with, or all if he is null; the open ones, newest first. */
    public List<SwapView> open(UUID member) {
        return swaps.open(member).stream().filter(s -> assignments.find(s.assignmentId()).isPresent()).map(this::view).toList();
    }

    private SwapView view(ShiftSwap s) {
        return new SwapView(s.id(), assignments.find(s.assignmentId()).map(roster::view).orElse(null), s.staffId(), s.takerId(),
                s.inReturnId() == null ? null : assignments.find(s.inReturnId()).map(roster::view).orElse(null), s.state(), s.askedAt());
    }

    private void write(String what, ShiftSwap s) {
        journal.write(new Journal.Entry(caller.actor(), "swap." + what, SUBJECT, s.id(), Map.of("staff", s.staffId(), "taker", s.takerId())));
    }
}
