package dev.pledgedesk.inside;


import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.promise.TimeMachine;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.ticket.Conversation;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.ticket.TicketDetails;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Desks with promises, tickets whose clocks nobody looks at but the test, and people who are told. */
public abstract class ClockRoom extends SealedDesk {

    static final ConfigFile RULES = new ConfigFile("promises.yaml", String.join("\n", "policies:", "- key: plain", "  name: {en: Plain}", "  targets:",
            "  - {key: taken, name: {en: Taken up}, metric: acknowledge, limit: 1h}",
            "  - {key: answer, name: {en: First answer}, metric: first-response, limit: 10h, warnAt: [50, 80]}",
            "  - {key: next, name: {en: Next answer}, metric: next-reply, limit: 5h}",
            "  - {key: urgent, name: {en: Urgent solution}, metric: resolution, limit: 20h, when: {priorities: [urgent]}}",
            "  - {key: solution, name: {en: Solution}, metric: resolution, limit: 100h}",
            "  escalation:", "  - {after: 0m, roles: [supervisor]}", "  - {after: 2h, roles: [manager]}"));
    static final ConfigFile ORGANISATION = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]", "teams: [{key: first, name: {en: First}, department: desk}]",
            "roles:", "- {key: agent, name: {en: Agent}, permissions: [ticket.read]}", "- {key: supervisor, name: {en: Supervisor}, permissions: [ticket.read]}", "- {key: manager, name: {en: Manager}, permissions: [ticket.read]}"));
    static final Caller.Identity AGENT = new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(), EnumSet.of(Permission.TICKET_READ, Permission.TICKET_CREATE, Permission.TICKET_WRITE,
            Permission.TICKET_REPLY, Permission.STAFF_MANAGE, Permission.STAFF_READ), null, null);

    @Inject
    Promises promises;

    @Inject
    Conversation conversation;

    @Inject
    TimeMachine machine;

    @Inject
    Notices notices;

    @Inject
    Staff staff;

    <T> T agent(TenantId tenant, java.util.function.Supplier<T> work) {
        return scope.call(tenant, () -> {
            caller.identify(AGENT);
            return work.get();
        });
    }

    /** A ticket whose clocks the desk's own worker leaves alone. */
    TicketDetails filed(TenantId tenant, String mark) {
        TicketDetails ticket = agent(tenant, () -> filing.file(draft(mark, List.of())).ticket());
        keepFromWorkers(ticket.id());
        return ticket;
    }

    static void keepFromWorkers(UUID ticket) {
        OwnerSql.change("update due_work set leased_until = '2999-01-01' where kind = 'promise' and id = ?", ticket);
    }

    List<ClockView> clocks(TenantId tenant, UUID ticket) {
        return agent(tenant, () -> promises.of(ticket));
    }

    ClockView clock(TenantId tenant, UUID ticket, String target) {
        return clocks(tenant, ticket).stream().filter(c -> c.target().equals(target)).reduce((a, b) -> b).orElseThrow();
    }

    static List<Kind> kinds(ClockView clock) {
        return clock.events().stream().map(e -> e.kind()).toList();
    }

    void change(TenantId tenant, UUID ticket, TicketChange change) {
        agent(tenant, () -> changes.change(ticket, reading.get(ticket).version(), change));
        keepFromWorkers(ticket);
    }

    void say(TenantId tenant, UUID ticket, Instant promisedAt) {
        agent(tenant, () -> conversation.add(ticket, new Conversation.NewMessage(false, "We look at it", null, null, List.of(), promisedAt, null)));
        keepFromWorkers(ticket);
    }

    UUID member(TenantId tenant, String role) {
        return agent(tenant, () -> staff.add(new StaffDraft(role, role, null, "long enough password 1", null, null, null, List.of(role), null)).id());
    }

    List<String> told(TenantId tenant, UUID member) {
        return scope.call(tenant, () -> {
            caller.identify(new Caller.Identity(CallerKind.STAFF, member, Set.of(), EnumSet.noneOf(Permission.class), null, null));
            return notices.page(false, PageRequest.first(50)).items().stream().map(Notices.Notice::kind).toList();
        });
    }

    void look(TenantId tenant, UUID ticket) {
        work(tenant, "promise", ticket);
        keepFromWorkers(ticket);
    }

    TenantId configured(String key) {
        return SmallDesk.configured(configurations, tenants, key, ORGANISATION, RULES);
    }
}
