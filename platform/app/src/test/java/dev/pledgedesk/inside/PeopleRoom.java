package dev.pledgedesk.inside;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Desks with people who may do what their role in the configuration says, and who are told things. */
abstract class PeopleRoom extends SealedDesk {

    @Inject
    Notices notices;

    @Inject
    Staff staff;

    @Inject
    Tenants registry;

    /** A member of staff at work. */
    record Member(UUID id, String role, Set<Permission> permissions) {
    }

    Member member(TenantId tenant, String role, String department) {
        return member(tenant, role, department, null);
    }

    /** Somebody of a team; null for none. */
    Member member(TenantId tenant, String role, String department, String team) {
        return scope.call(tenant, () -> {
            caller.identify(new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(), EnumSet.of(Permission.STAFF_MANAGE), null, null));
            UUID id = staff.add(new StaffDraft(role + "-" + UUID.randomUUID().toString().substring(0, 8), role, null, "long enough password 1", null, null, department, List.of(role), team == null ? null : List.of(team))).id();
            Set<Permission> permissions = EnumSet.noneOf(Permission.class);
            registry.config().role(role).orElseThrow().permissions().forEach(key -> permissions.add(Permission.grantable(key).orElseThrow()));
            return new Member(id, role, permissions);
        });
    }

    <T> T by(TenantId tenant, Member who, Supplier<T> work) {
        return scope.call(tenant, () -> {
            caller.identify(new Caller.Identity(CallerKind.STAFF, who.id(), Set.of(who.role()), who.permissions(), null, null));
            return work.get();
        });
    }

    void keepFromWorkers(UUID id) {
        OwnerSql.change("update due_work set leased_until = '2999-01-01' where id = ?", id);
    }

    void pass(TenantId tenant, String kind, Duration time, UUID id) {
        clock.pass(time);
        work(tenant, kind, id);
        keepFromWorkers(id);
    }

    List<String> told(TenantId tenant, Member member) {
        return by(tenant, member, () -> notices.page(false, PageRequest.first(50)).items().stream().map(n -> n.kind() + " " + n.subjectType()).toList());
    }
}
