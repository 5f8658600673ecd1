package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.SessionList;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Where the caller, or a colleague, is signed in now; each sign-in can be ended, which every node knows within 60 seconds. */
@ApplicationScoped
public class OpenSessions {

    @Inject
    SessionList sessions;

    @Inject
    Caller caller;

    @Inject
    TenantContext context;

    /** The caller's own, newest first; who came by the link of a ticket sees this one only, since a link proves less than a code does. */
    public List<OpenSession> mine() {
        requireSession();
        return sessions.of(caller.id(), caller.ticketId() == null ? null : caller.sessionId());
    }

    /** Ends one of the caller's own. */
    public void endMine(UUID session) {
        requireSession();
        if (caller.ticketId() != null && !session.equals(caller.sessionId())) {
            throw Problem.notFound();
        }
        sessions.end(caller.id(), session);
    }

    /** Ends the caller's own but for this one. */
    public void endMyOthers() {
        requireSession();
        if (caller.ticketId() == null) {
            sessions.endAll(caller.id(), caller.sessionId());
        }
    }

    /** Those of a colleague. */
    public List<OpenSession> ofStaff(UUID staff) {
        caller.require(Permission.STAFF_MANAGE);
        return sessions.ofStaff(staff);
    }

    /** Ends one of a colleague's. */
    public void endOfStaff(UUID staff, UUID session) {
        caller.require(Permission.STAFF_MANAGE);
        sessions.endOfStaff(staff, session);
    }

    /** Ends all of a colleague's. */
    public void endAllOfStaff(UUID staff) {
        caller.require(Permission.STAFF_MANAGE);
        sessions.endAllOfStaff(staff);
    }

    private void requireSession() {
        if (!context.hasTenant() || caller.sessionId() == null) {
            throw Problem.notFound();
        }
    }
}
