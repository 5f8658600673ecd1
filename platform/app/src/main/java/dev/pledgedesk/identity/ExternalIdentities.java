package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.IdentityLinks;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Which issuer and subject lead to which member of staff or customer of the tenant of the request. */
@ApplicationScoped
public class ExternalIdentities {

    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_SUBJECT = 255;

    @Inject
    IdentityLinks links;

    @Inject
    Caller caller;

    /** Those of a member of staff, oldest first. */
    public List<ExternalIdentityView> ofStaff(UUID staffId) {
        caller.require(Permission.STAFF_MANAGE);
        return links.ofMember(staffId);
    }

    /** Links a member of staff; the issuer must be one of the tenant's for staff, and the pair nobody else's. */
    public ExternalIdentityView add(UUID staffId, String issuer, String subject) {
        caller.require(Permission.STAFF_MANAGE);
        length("/issuer", issuer, LONGEST_ISSUER);
        length("/subject", subject, LONGEST_SUBJECT);
        return links.addToMember(staffId, issuer, subject, caller.actor());
    }

    private static void length(String pointer, String text, int most) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(new FieldError(pointer, "field.required"));
        }
        if (text.length() > most) {
            throw Problem.invalid(new FieldError(pointer, "field.too-long", most));
        }
    }

    /** Takes one from a member of staff and ends his sessions. */
    public void remove(UUID staffId, UUID id) {
        caller.require(Permission.STAFF_MANAGE);
        links.removeFromMember(staffId, id, caller.actor());
    }

    /** The caller's own, oldest first; none for programs and for who came by the link of one ticket. */
    public List<ExternalIdentityView> mine() {
        return hasAccount(caller) ? links.of(caller.id()) : List.of();
    }

    /** Takes one from the caller, unless it is the only way in that he has. */
    public void removeMine(UUID id) {
        if (!hasAccount(caller)) {
            throw Problem.denied();
        }
        links.removeOwn(caller.id(), id, caller.actor());
    }

    /** Whether somebody is signed in as a person, with all that is his. */
    static boolean hasAccount(Caller caller) {
        return (caller.kind() == CallerKind.STAFF || caller.isCustomer()) && caller.ticketId() == null;
    }
}
