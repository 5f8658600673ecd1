package dev.pledgedesk.inside;


import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.complaint.ComplaintDraft;
import dev.pledgedesk.complaint.ComplaintForm;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.notification.MailOutbox;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.quality.CorrectiveActions;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.control.ConfigFile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A desk with people who deal with complaints, and what they do all day. */
abstract class ComplaintRoom extends PeopleRoom {

    static final String HANDLES = "permissions: [ticket.read, ticket.create, ticket.reply, ticket.write, complaint.file, complaint.read, complaint.handle, customer.read";
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
    Readings readings;

    @Inject
    MailOutbox outbox;

    TenantId configured(String key) {
        return SmallDesk.configured(configurations, tenants, key, ORGANISATION, RULES);
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

    Map<String, ClockState> running(TenantId tenant, UUID subject) {
        return scope.call(tenant, () -> clocks.of(subject).stream().collect(java.util.stream.Collectors.toMap(ClockView::target, c -> c.reading().state(), (a, b) -> b)));
    }

    List<EntryKind> kinds(TenantId tenant, Member agent, UUID id) {
        return by(tenant, agent, () -> complaints.timeline(id).stream().map(EntryView::kind).toList());
    }
}
