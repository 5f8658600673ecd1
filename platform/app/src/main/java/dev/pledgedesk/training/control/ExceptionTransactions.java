package dev.pledgedesk.training.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.training.ExceptionView;
import dev.pledgedesk.training.entity.DutyException;
import dev.pledgedesk.training.entity.DutyExceptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets somebody work for a while without a pass, and ends that; each one transaction with its journal entry. */
@ApplicationScoped
@Transactional
public class ExceptionTransactions {

    private static final String TABLE = "duty_exception";
    private static final TextBounds REASON = new TextBounds(10, 2000);
    private static final Duration LONGEST = Duration.ofDays(92);

    @Inject
    DutyExceptions exceptions;

    @Inject
    TrainingWords words;

    @Inject
    TrainingNotices notices;

    @Inject
    Staff staff;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public ExceptionView grant(UUID member, String qualification, String reason, Instant until) {
        words.known(qualification, "/qualification");
        StaffView who = staff.get(member);
        Instant now = clock.now();
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Problem.unprocessable(new FieldError("/until", "training.exception-until", LONGEST.toDays()));
        }
        if (who.id().equals(caller.id())) {
            throw Problem.of(Problem.Kind.DENIED, "training.own-exception");
        }
        UUID id = Ids.next();
        DutyException exception = new DutyException(id, member, qualification, words.seal(member, TABLE, "reason", id, REASON.take(reason, "/reason")), caller.actor(), now, until);
        exceptions.add(exception);
        exceptions.flush();
        journal.write(new Journal.Entry(caller.actor(), "duty-exception.granted", TABLE, id, Map.of("staff", member, "qualification", qualification, "until", until.toString())));
        notices.tell(member, "exception-granted", member, words.qualification(qualification), until);
        notices.tellManagers(caller.id(), "exception-granted", member, words.qualification(qualification), until);
        return view(exception);
    }

    public ExceptionView end(UUID id) {
        DutyException exception = exceptions.held(id);
        exception.end(caller.actor(), clock.now());
        exceptions.flush();
        journal.write(new Journal.Entry(caller.actor(), "duty-exception.ended", TABLE, id, Map.of("staff", exception.staffId(), "qualification", exception.qualification())));
        return view(exception);
    }

    public List<ExceptionView> of(UUID member) {
        return exceptions.of(member).stream().map(this::view).toList();
    }

    private ExceptionView view(DutyException e) {
        return new ExceptionView(e.id(), e.staffId(), e.qualification(), words.qualification(e.qualification()), words.open(e.staffId(), TABLE, "reason", e.id(), e.reason()), e.grantedBy(),
                e.grantedAt(), e.until(), e.endedAt(), e.holds(clock.now()));
    }
}
