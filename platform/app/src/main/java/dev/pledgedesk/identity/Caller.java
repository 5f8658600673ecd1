package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Who makes this request. Anonymous until a filter has accepted a token or cookie; the platform itself in background work, where nobody sets it.
 */
@RequestScoped
public class Caller {

    /**
     * A signed-in caller.
     *
     * @param sessionId session that the token names, null for the operator
     * @param ticketId  the only ticket he may see, null for all that are his; of callers who came by a link
     * @param owes      what he has to do before anything else, null if nothing; until then he holds no permission
     */
    public record Identity(CallerKind kind, UUID id, Set<String> roles, Set<Permission> permissions, UUID sessionId, UUID ticketId, Owed owes) {

        public Identity(CallerKind kind, UUID id, Set<String> roles, Set<Permission> permissions, UUID sessionId, UUID ticketId) {
            this(kind, id, roles, permissions, sessionId, ticketId, null);
        }
    }

    private static final Identity ANONYMOUS = new Identity(CallerKind.ANONYMOUS, null, Set.of(), Set.of(), null, null);

    private Identity identity = ANONYMOUS;

    /** The request is this caller's. */
    public void identify(Identity known) {
        identity = known;
    }

    /** Everything known of the caller, to hand him over to work in another scope. */
    public Identity identity() {
        return identity;
    }

    public CallerKind kind() {
        return identity.kind();
    }

    /** Id of the member of staff, customer or API client; null for others. */
    public UUID id() {
        return identity.id();
    }

    /** Id of the caller as a member of staff; for anybody else what is asked for does not exist. */
    public UUID staffId() {
        if (kind() != CallerKind.STAFF) {
            throw Problem.notFound();
        }
        return id();
    }

    /** Refuses what belongs to another member of staff, as if it were not there. */
    public void requireOwn(UUID staff) {
        if (!staffId().equals(staff)) {
            throw Problem.notFound();
        }
    }

    public Set<String> roles() {
        return identity.roles();
    }

    public Set<Permission> permissions() {
        return identity.permissions();
    }

    public UUID sessionId() {
        return identity.sessionId();
    }

    /** The only ticket the caller may see, null if he is not bound to one. */
    public UUID ticketId() {
        return identity.ticketId();
    }

    /** What the caller has to do before anything else, null if nothing. */
    public Owed owes() {
        return identity.owes();
    }

    public boolean isAnonymous() {
        return kind() == CallerKind.ANONYMOUS;
    }

    public boolean isCustomer() {
        return kind() == CallerKind.CUSTOMER;
    }

    /** Staff and the tenant's own programs, who see more than customers do. */
    public boolean isInside() {
        return kind() == CallerKind.STAFF || kind() == CallerKind.CLIENT || kind() == CallerKind.SYSTEM;
    }

    public boolean may(Permission permission) {
        return identity.permissions().contains(permission);
    }

    /** Refuses a caller without the permission: with 401 if he could sign in, with 403 if he has. */
    public void require(Permission permission) {
        if (isAnonymous()) {
            throw Problem.unauthenticated();
        }
        if (!may(permission)) {
            throw refusal();
        }
    }

    /** Why he may not do what is asked. */
    public Problem refusal() {
        return owes() == null ? Problem.denied() : owes().refusal();
    }

    /** As written in the journal and in events, such as {@code staff/<id>}. */
    public String actor() {
        return id() == null ? kind().key() : kind().key() + "/" + id();
    }
}
