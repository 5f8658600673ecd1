package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.OpenSession;
import dev.pledgedesk.identity.entity.Session;
import dev.pledgedesk.identity.entity.SessionRows;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lists and ends sessions for {@link dev.pledgedesk.identity.OpenSessions}. */
@ApplicationScoped
@Transactional
public class SessionList {

    private static final int MOST = 100;

    @Inject
    SessionRows rows;

    @Inject
    SessionTransactions sessions;

    @Inject
    StaffMembers staff;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    /** Those of a subject that hold, newest first; {@code only} narrows them to one, null for all. */
    public List<OpenSession> of(UUID subject, UUID only) {
        return rows.live(subject, clock.now(), MOST).stream().filter(s -> only == null || s.id().equals(only)).map(this::view).toList();
    }

    public List<OpenSession> ofStaff(UUID member) {
        return of(staff.get(member).id(), null);
    }

    /** Ends a session of a subject; one of somebody else, or one that ended before, is not found. */
    public void end(UUID subject, UUID session) {
        Session row = rows.find(session).filter(s -> s.subjectId().equals(subject) && s.isLive(clock.now())).orElseThrow(Problem::notFound);
        sessions.revoke(row.id(), caller.actor());
    }

    public void endOfStaff(UUID member, UUID session) {
        end(staff.get(member).id(), session);
    }

    public void endAllOfStaff(UUID member) {
        endAll(staff.get(member).id(), null);
    }

    /** Ends every session of a subject but one; null for none. */
    public void endAll(UUID subject, UUID but) {
        int ended = sessions.revokeAllBut(subject, but);
        journal.write(new Journal.Entry(caller.actor(), "sessions.revoked", "sessions", subject, Map.of("count", ended)));
    }

    private OpenSession view(Session s) {
        return new OpenSession(s.id(), s.createdAt(), s.usedAt(), s.way(), s.browser(), s.system(), s.id().equals(caller.sessionId()));
    }
}
