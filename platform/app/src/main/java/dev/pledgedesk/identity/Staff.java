package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.SecondFactorTransactions;
import dev.pledgedesk.identity.control.StaffTransactions;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The staff of the tenant of the request. */
@ApplicationScoped
public class Staff {

    @Inject
    StaffTransactions transactions;

    @Inject
    SecondFactorTransactions secondFactors;

    @Inject
    TenantDesk tenants;

    @Inject
    TenantScope scope;

    @Inject
    Caller caller;

    /** By sign-in name. */
    public Page<StaffView> page(PageRequest request) {
        return transactions.page(request);
    }

    /** One member, refused as not found if absent. */
    public StaffView get(UUID id) {
        return transactions.get(id);
    }

    /** Names of members by id; ids of others are left out. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return transactions.names(ids);
    }

    /** When some members came, by id; ids of others are left out. */
    public Map<UUID, Instant> since(Collection<UUID> ids) {
        return transactions.since(ids);
    }

    /** Active members whose roles give a permission. */
    public List<StaffView> holding(Permission permission) {
        return transactions.holding(permission);
    }

    /** Active members who have one of some roles. */
    public List<StaffView> inRoles(Collection<String> roles) {
        return transactions.inRoles(roles);
    }

    /** Active members of a team. */
    public List<StaffView> inTeam(String team) {
        return transactions.inTeam(team);
    }

    /** When the signed-in member is not to be mailed; null for never. */
    public QuietHours quietHours() {
        return transactions.quietHours(caller.id());
    }

    /** Sets that; null for never. */
    public QuietHours keepQuiet(QuietHours hours) {
        return transactions.keepQuiet(caller.id(), hours);
    }

    /** When a member may be mailed next: now, or at the end of his quiet hours. */
    public Instant reachable(UUID id) {
        return transactions.reachable(id);
    }

    /** Adds a member; roles, teams and department must be in the configuration. */
    public StaffView add(StaffDraft draft) {
        return transactions.add(draft);
    }

    /** As {@link #add}, by the operator for a tenant whose scope is not open: how a new tenant gets its first administrator. */
    public StaffView addForOperator(String tenantKey, StaffDraft draft) {
        Caller.Identity operator = caller.identity();
        return scope.call(tenants.get(tenantKey).id(), () -> {
            caller.identify(operator);
            return transactions.add(draft);
        });
    }

    /** A colleague's second factor. */
    public SecondFactorView secondFactor(UUID id) {
        caller.require(Permission.STAFF_MANAGE);
        return secondFactors.view(id);
    }

    /** Switches a colleague's second factor off, because he has lost his device; ends his sessions. Not found if it is off. */
    public void resetSecondFactor(UUID id) {
        caller.require(Permission.STAFF_MANAGE);
        secondFactors.reset(id);
    }

    /** Changes a member whose version the caller has read; a new password, other roles and disabling end his sessions. */
    public StaffView change(UUID id, Long expectedVersion, StaffDraft draft) {
        return transactions.change(id, expectedVersion, draft);
    }
}
