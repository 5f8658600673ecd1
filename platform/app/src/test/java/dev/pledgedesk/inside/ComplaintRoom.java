package dev.pledgedesk.inside;


import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.complaint.ComplaintDraft;
import dev.pledgedesk.complaint.ComplaintForm;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.notification.MailOutbox;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.quality.CorrectiveActions;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.control.ConfigFile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A desk with people who deal with complaints, and what they do all day. */
abstract class ComplaintRoom extends SealedDesk {

    static final String HANDLES = "permissions: [ticket.read, ticket.create, ticket.reply, ticket.write, complaint.file, complaint.read, complaint.handle";
    static final ConfigFile ORGANISATION = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}, {key: finance, name: {en: Finance}}, {key: legal, name: {en: Legal}}]",
            "teams: [{key: first, name: {en: First}, department: desk}]", "roles:", "- {key: agent, name: {en: Agent}, " + HANDLES + "]}", "- {key: supervisor, name: {en: Supervisor}, " + HANDLES + "]}",
            "- {key: manager, name: {en: Manager}, " + HANDLES + ", complaint.approve]}", "- {key: handler, name: {en: Handler}, permissions: [ticket.read, complaint.answer]}", "- {key: inspector, name: {en: Inspector}, permissions: [quality.read, quality.manage]}"));
    static final ConfigFile RULES = new ConfigFile("complaints.yaml", String.join("\n", "severities: [{key: minor, name: {en: Minor}}, {key: grave, name: {en: Grave}}]",
            "causes: [{key: slow, name: {en: Too slow}}]", "regimes:", "- key: plain", "  name: {en: Plain}", "  types: [question]", "  stages:",
            "  - {key: received, name: {en: Received}, roles: [agent], required: [apology, asked], next: [verifying]}",
            "  - {key: verifying, name: {en: Verifying}, roles: [agent, supervisor], required: [opinions, told-result], next: [asking], effects: {say: {en: We look into it.}, tell: [supervisor]}}",
            "  - {key: asking, name: {en: Asking}, kind: asking, roles: [agent], next: [archived]}", "  - {key: archived, name: {en: Archived}, kind: archived}", "  limits:",
            "  - {key: dispatch, name: {en: Dispatch}, stopIn: [verifying], limit: 12h, warnAt: [50]}",
            "  - {key: whole, name: {en: Whole}, stopIn: [archived], pauseIn: [asking], limit: 100h}", "  opinion: {limit: 10h, warnAt: [50]}",
            "  levels: [{roles: [supervisor]}, {roles: [manager]}]", "  again: verifying", "  silence: {reminders: 2, every: 24h}", "  tell: [{severities: [grave], roles: [manager]}]",
            "  escalation: [{after: 0m, roles: [supervisor]}, {after: 2h, roles: [manager]}]", "report: {roles: [manager]}"));

    @Inject
    ComplaintDesk complaints;

    @Inject
    CorrectiveActions actions;

    @Inject
    Clocks clocks;

    @Inject
    Notices notices;

    @Inject
    Readings readings;

    @Inject
    MailOutbox outbox;

    @Inject
    Staff staff;

    TenantId configured(String key) {
        return SmallDesk.configured(configurations, tenants, key, ORGANISATION, RULES);
    }

    /** A member of staff at work. */
    record Member(UUID id, String role, Set<Permission> permissions) {
    }

    Member member(TenantId tenant, String role, String department) {
        UUID id = scope.call(tenant, () -> {
            caller.identify(new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(), EnumSet.of(Permission.STAFF_MANAGE), null, null));
            return staff.add(new StaffDraft(role + "-" + UUID.randomUUID().toString().substring(0, 8), role, null, "long enough password 1", null, null, department, List.of(role), null)).id();
        });
        Set<Permission> handling = EnumSet.of(Permission.TICKET_READ, Permission.TICKET_CREATE, Permission.TICKET_REPLY, Permission.TICKET_WRITE, Permission.COMPLAINT_FILE, Permission.COMPLAINT_READ,
                Permission.COMPLAINT_HANDLE, Permission.CUSTOMER_READ);
        if (role.equals("manager")) {
            handling.add(Permission.COMPLAINT_APPROVE);
        }
        return new Member(id, role, role.equals("handler") ? EnumSet.of(Permission.TICKET_READ, Permission.COMPLAINT_ANSWER) : handling);
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

    ComplaintView filed(TenantId tenant, Member agent, String mark) {
        return by(tenant, agent, () -> {
            var draft = new ComplaintDraft(null, new Requester(null, "Name " + mark, mark + "@example.com", null, "en"), Map.of(), null, "phone", clock.now().minus(Duration.ofMinutes(30)),
                    new ComplaintForm("minor", null, null, null, null, null, Map.of(Need.CONTENT, "Complaint of " + mark, Need.APOLOGY, "We are sorry")));
            ComplaintView complaint = complaints.file(draft);
            keepFromWorkers(complaint.id());
            return complaint;
        });
    }

    /** A complaint whose customer is being asked. */
    ComplaintView asking(TenantId tenant, Member agent, Member finance, String mark) {
        UUID id = filed(tenant, agent, mark).id();
        answered(tenant, agent, finance, id);
        by(tenant, agent, () -> complaints.move(id, "verifying", null));
        return askedFor(tenant, agent, id);
    }

    void answered(TenantId tenant, Member agent, Member finance, UUID id) {
        ComplaintView asked = by(tenant, agent, () -> complaints.ask(id, "finance", "What happened?"));
        UUID caseId = asked.cases().get(asked.cases().size() - 1).id();
        keepFromWorkers(caseId);
        by(tenant, finance, () -> complaints.answer(caseId, "Our fault"));
    }

    ComplaintView askedFor(TenantId tenant, Member agent, UUID id) {
        by(tenant, agent, () -> complaints.tell(id, "result", "You get it back", "portal"));
        ComplaintView moved = by(tenant, agent, () -> complaints.move(id, "asking", null));
        keepFromWorkers(id);
        return moved;
    }

    void pass(TenantId tenant, String kind, Duration time, UUID id) {
        clock.pass(time);
        work(tenant, kind, id);
        keepFromWorkers(id);
    }

    List<String> told(TenantId tenant, Member member) {
        return by(tenant, member, () -> notices.page(false, PageRequest.first(50)).items().stream().map(n -> n.kind() + " " + n.subjectType()).toList());
    }

    Map<String, ClockState> running(TenantId tenant, UUID subject) {
        return scope.call(tenant, () -> clocks.of(subject).stream().collect(java.util.stream.Collectors.toMap(ClockView::target, c -> c.reading().state(), (a, b) -> b)));
    }

    List<EntryKind> kinds(TenantId tenant, Member agent, UUID id) {
        return by(tenant, agent, () -> complaints.timeline(id).stream().map(EntryView::kind).toList());
    }
}
