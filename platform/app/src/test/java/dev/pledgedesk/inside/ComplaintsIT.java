package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.complaint.CaseState;
import dev.pledgedesk.complaint.ComplaintDraft;
import dev.pledgedesk.complaint.ComplaintForm;
import dev.pledgedesk.complaint.ComplaintOutcome;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.complaint.Fault;
import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.ErasureCause;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.quality.ActionState;
import dev.pledgedesk.quality.CorrectiveActions;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.ticket.NewTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Complaints as time passes: limits, departments, reminders, silence, levels, exceptions, and what nobody else may see. */
@ExtendWith(ArquillianExtension.class)
class ComplaintsIT extends ComplaintRoom {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void aComplaintGoesItsWayAndIsArchivedWhenItsCustomerIsSatisfied() {
        TenantId a = configured("complaint-a");
        TenantId b = configured("complaint-b");
        Member agent = member(a, "agent", "desk");
        Member supervisor = member(a, "supervisor", "desk");
        Member finance = member(a, "handler", "finance");
        Member legal = member(a, "handler", "legal");
        ComplaintView filed = filed(a, agent, "buyer-a");
        UUID id = filed.id();
        assertThat(filed.number()).matches("TWO-\\d+-\\d+-C1");
        assertThat(filed.missing()).containsExactly(Need.ASKED);
        assertThat(filed.ownerId()).isEqualTo(agent.id());
        assertThat(by(a, agent, () -> reading.messages(filed.ticketId(), PageRequest.first(5)).items().get(0).body())).isEqualTo("Complaint of buyer-a");
        assertThat(scope.call(a, () -> clocks.of(id)).get(0).reading().elapsed()).as("counted from when it was heard").isGreaterThanOrEqualTo(Duration.ofMinutes(30));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> complaints.move(id, "verifying", null))).errors()).extracting(e -> e.pointer()).containsExactly("/asked");

        ComplaintView asked = by(a, agent, () -> complaints.ask(id, "finance", "What happened?"));
        UUID caseId = asked.cases().get(0).id();
        keepFromWorkers(caseId);
        by(a, agent, () -> complaints.move(id, "verifying", "All is said"));
        keepFromWorkers(id);
        assertThat(running(a, id)).containsEntry("dispatch", ClockState.FULFILLED).containsEntry("whole", ClockState.RUNNING);
        assertThat(told(a, supervisor)).containsExactly("complaint-stage complaint");
        assertThat(by(a, agent, () -> reading.messages(filed.ticketId(), PageRequest.first(5)).items().get(1).body())).isEqualTo("We look into it.");
        assertThat(by(a, finance, () -> complaints.cases(true, PageRequest.first(5))).items()).singleElement().satisfies(c -> {
            assertThat(c.content()).isEqualTo("Complaint of buyer-a");
            assertThat(c.question()).isEqualTo("What happened?");
        });
        assertThat(by(a, legal, () -> complaints.cases(true, PageRequest.first(5))).items()).as("not theirs").isEmpty();
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, legal, () -> complaints.getCase(caseId))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);

        pass(a, "promise", Duration.ofHours(6), caseId);
        assertThat(told(a, finance)).containsExactly("promise-warning complaint-case", "complaint-asked complaint-case");
        pass(a, "promise", Duration.ofHours(5), caseId);
        assertThat(told(a, finance)).startsWith("promise-broken complaint-case");
        assertThat(told(a, supervisor)).startsWith("promise-escalated complaint-case");
        by(a, finance, () -> complaints.answer(caseId, "Our fault"));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, finance, () -> complaints.answer(caseId, "Once more"))).kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(scope.call(a, () -> clocks.of(caseId))).singleElement().satisfies(c -> assertThat(c.reading().brokenAt()).isNotNull());
        assertThat(told(a, agent)).startsWith("complaint-opinion complaint");

        assertThat(askedFor(a, agent, id).asking()).isTrue();
        assertThat(running(a, id)).containsEntry("whole", ClockState.PAUSED);
        ComplaintView done = by(a, agent, () -> complaints.satisfaction(id, true, "phone", "Recording 17"));
        assertThat(done.outcome()).isEqualTo(ComplaintOutcome.SATISFIED);
        assertThat(done.stage()).isEqualTo("archived");
        assertThat(running(a, id)).containsEntry("whole", ClockState.FULFILLED);
        assertThat(kinds(a, agent, id)).containsExactly(EntryKind.FILED, EntryKind.WRITTEN, EntryKind.WRITTEN, EntryKind.SET, EntryKind.ASKED, EntryKind.MOVED, EntryKind.OPINION, EntryKind.TOLD,
                EntryKind.MOVED, EntryKind.SATISFIED, EntryKind.CLOSED);
        for (Supplier<?> change : List.<Supplier<?>>of(() -> complaints.move(id, "verifying", null), () -> complaints.tell(id, "result", "More", "portal"), () -> complaints.ask(id, "legal", "And?"),
                () -> complaints.write(id, null, ComplaintForm.EMPTY), () -> complaints.askException(id, "For no reason"), () -> complaints.link(id, filed.ticketId()))) {
            assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, change)).detail()).as("archived is read-only").isEqualTo("complaint.archived");
        }

        Member elsewhere = member(b, "agent", "desk");
        assertThat(catchThrowableOfType(Problem.class, () -> by(b, elsewhere, () -> complaints.get(id))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(by(b, elsewhere, () -> complaints.page(false, null, null, PageRequest.first(10))).items()).isEmpty();
        assertThat(leaks("complaint of buyer-a")).as("sealed").isEmpty();
    }

    @Test
    void whoIsNotSatisfiedGoesRoundOneLevelUp() {
        TenantId a = configured("round-a");
        Member agent = member(a, "agent", "desk");
        Member supervisor = member(a, "supervisor", "desk");
        Member manager = member(a, "manager", "desk");
        Member finance = member(a, "handler", "finance");
        UUID id = asking(a, agent, finance, "unhappy").id();
        UUID customer = by(a, agent, () -> complaints.get(id)).customerId();
        UUID ticket = by(a, agent, () -> complaints.get(id)).ticketId();
        scope.run(a, () -> {
            caller.identify(new Caller.Identity(CallerKind.CUSTOMER, UUID.randomUUID(), Set.of(), Permission.OF_CUSTOMERS, null, null));
            assertThat(catchThrowableOfType(Problem.class, () -> complaints.ownSatisfaction(id, true, null)).kind()).as("a stranger").isEqualTo(Problem.Kind.NOT_FOUND);
        });
        scope.run(a, () -> {
            caller.identify(new Caller.Identity(CallerKind.CUSTOMER, customer, Set.of(), Permission.OF_CUSTOMERS, null, null));
            assertThat(complaints.own(ticket)).singleElement().satisfies(c -> {
                assertThat(c.asking()).isTrue();
                assertThat(c.clocks()).isNotEmpty();
            });
            complaints.ownSatisfaction(id, false, "Still no money");
        });
        keepFromWorkers(id);
        ComplaintView again = by(a, supervisor, () -> complaints.get(id));
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.level()).isEqualTo(1);
        assertThat(again.stage()).isEqualTo("verifying");
        assertThat(again.missing()).as("asked and told anew").containsExactly(Need.OPINIONS, Need.TOLD_RESULT);
        assertThat(told(a, supervisor)).contains("complaint-again complaint");
        assertThat(told(a, manager)).isEmpty();
        answered(a, supervisor, finance, id);
        askedFor(a, supervisor, id);
        by(a, agent, () -> complaints.satisfaction(id, false, "phone", "Recording 18"));
        assertThat(told(a, manager)).containsExactly("complaint-again complaint");
        assertThat(by(a, manager, () -> complaints.get(id)).level()).isEqualTo(2);
    }

    @Test
    void whoStaysSilentIsRemindedAndCountsAsNotSatisfied() {
        TenantId a = configured("silent-a");
        Member agent = member(a, "agent", "desk");
        UUID id = asking(a, agent, member(a, "handler", "finance"), "silent").id();
        assertThat(questions(a)).isEqualTo(1);
        pass(a, "complaint-reminder", Duration.ofHours(24), id);
        pass(a, "complaint-reminder", Duration.ofHours(24), id);
        assertThat(by(a, agent, () -> complaints.get(id)).reminders()).isEqualTo(2);
        assertThat(questions(a)).isEqualTo(3);
        pass(a, "complaint-reminder", Duration.ofHours(24), id);
        ComplaintView closed = by(a, agent, () -> complaints.get(id));
        assertThat(closed.outcome()).isEqualTo(ComplaintOutcome.UNCONFIRMED);
        assertThat(running(a, id)).as("not kept by silence").containsEntry("whole", ClockState.CANCELLED);
        pass(a, "complaint-reminder", Duration.ofHours(24), id);
        assertThat(kinds(a, agent, id)).endsWith(EntryKind.REMINDED, EntryKind.REMINDED, EntryKind.CLOSED);
    }

    /** How many mails have asked a customer whether he is satisfied. */
    private long questions(TenantId tenant) {
        return scope.call(tenant, () -> {
            caller.identify(new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(), EnumSet.of(Permission.MAIL_READ), null, null));
            return outbox.page(PageRequest.first(50)).items().stream().filter(m -> m.subject().contains("satisfied?")).count();
        });
    }

    @Test
    void whoHasNoMailAddressIsCalledAndNeverCountsAsSilent() {
        TenantId a = configured("phone-a");
        Member agent = member(a, "agent", "desk");
        Member finance = member(a, "handler", "finance");
        UUID id = by(a, agent, () -> complaints.file(new ComplaintDraft(null, new Requester(null, "By phone", null, "+49301234567", "en"), Map.of(), null, "phone", null,
                new ComplaintForm("minor", null, null, null, null, null, Map.of(Need.CONTENT, "No mail address", Need.APOLOGY, "We are sorry"))))).id();
        answered(a, agent, finance, id);
        by(a, agent, () -> complaints.move(id, "verifying", null));
        askedFor(a, agent, id);
        for (int i = 0; i < 4; i++) {
            pass(a, "complaint-reminder", Duration.ofHours(24), id);
        }
        assertThat(by(a, agent, () -> complaints.get(id)).outcome()).isNull();
        assertThat(kinds(a, agent, id)).doesNotContain(EntryKind.REMINDED);
        assertThat(told(a, agent)).filteredOn(n -> n.startsWith("complaint-call")).hasSize(5);
    }

    @Test
    void whatAStageSaysIsThePlatformsWordWhoeverMovesIt() {
        TenantId a = configured("word-a");
        Member agent = member(a, "agent", "desk");
        ComplaintView asked = asking(a, agent, member(a, "handler", "finance"), "word");
        scope.run(a, () -> {
            caller.identify(new Caller.Identity(CallerKind.CUSTOMER, asked.customerId(), Set.of(), Permission.OF_CUSTOMERS, null, null));
            complaints.ownSatisfaction(asked.id(), false, null);
        });
        keepFromWorkers(asked.id());
        assertThat(by(a, agent, () -> reading.messages(asked.ticketId(), PageRequest.first(20)).items())).filteredOn(m -> m.body().equals("We look into it.")).hasSize(2)
                .allSatisfy(m -> assertThat(m.authorKind()).isEqualTo("system"));
        UUID other = file(a, "somebody-elses").id();
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> complaints.link(asked.id(), other))).errors()).as("another customer's").extracting(e -> e.pointer()).containsExactly("/ticketId");
    }

    @Test
    void aComplaintGoesAlongWhenItsTicketIsMerged() {
        TenantId a = configured("merge-a");
        Member agent = member(a, "agent", "desk");
        ComplaintView filed = filed(a, agent, "merged");
        by(a, agent, () -> complaints.askException(filed.id(), "Filed twice"));
        Member manager = member(a, "manager", "desk");
        by(a, manager, () -> complaints.decideException(filed.id(), true, "Filed twice"));
        UUID survivor = filed.ticketId();
        UUID merged = by(a, agent, () -> filing.file(new NewTicket("question", null, "Again", "Again", null, "phone", new Requester(filed.customerId(), null, null, null, null), Map.of(), List.of(), List.of(), null))
                .ticket().id());
        UUID open = by(a, agent, () -> complaints.ofTicket(merged)).get(0).id();
        keepFromWorkers(open);
        by(a, agent, () -> changes.merge(merged, reading.get(merged).version(), survivor));
        assertThat(by(a, agent, () -> complaints.get(open)).ticketId()).isEqualTo(survivor);
        by(a, agent, () -> complaints.tell(open, "progress", "Still with us", "portal"));
    }

    @Test
    void anExceptionNeedsSomebodyElse() {
        TenantId a = configured("exception-a");
        Member manager = member(a, "manager", "desk");
        Member other = member(a, "manager", "desk");
        Member agent = member(a, "agent", "desk");
        Member stranger = member(a, "supervisor", "desk");
        UUID id = filed(a, agent, "moved-away").id();
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> complaints.askException(id, "x"))).errors()).extracting(e -> e.pointer()).containsExactly("/reason");
        by(a, manager, () -> complaints.askException(id, "Cannot be reached"));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, manager, () -> complaints.decideException(id, true, "Myself"))).detail()).isEqualTo("complaint.own-exception");
        assertThat(by(a, other, () -> complaints.decideException(id, false, "Write once more")).outcome()).isNull();
        by(a, agent, () -> complaints.askException(id, "Written once more"));
        assertThat(told(a, other)).contains("complaint-exception complaint");
        ComplaintView closed = by(a, other, () -> complaints.decideException(id, true, "So be it"));
        assertThat(closed.outcome()).isEqualTo(ComplaintOutcome.EXCEPTION);
        assertThat(by(a, stranger, () -> complaints.timeline(id))).filteredOn(e -> e.kind() == EntryKind.EXCEPTION_DECIDED).extracting(EntryView::words).containsExactly("Write once more", "So be it");
    }

    @Test
    void aCorrectiveActionIsWatchedUntilItsEffectIsKnown() {
        TenantId a = configured("action-a");
        TenantId b = configured("action-b");
        Member owner = member(a, "inspector", "desk");
        Member inspector = new Member(member(a, "inspector", "desk").id(), "inspector", EnumSet.of(Permission.QUALITY_READ, Permission.QUALITY_MANAGE));
        Instant due = clock.now().plus(Duration.ofDays(10));
        UUID id = by(a, inspector, () -> actions.open(new CorrectiveActions.Draft("slow", "Of canaryword", "Plan canaryword", owner.id(), due, due.plus(Duration.ofDays(10)), null, null))).id();
        keepFromWorkers(id);
        assertThat(leaks("canaryword")).as("sealed").isEmpty();
        assertThat(told(a, owner)).containsExactly("action-opened corrective-action");
        pass(a, "promise", Duration.ofDays(8).plusHours(1), id);
        assertThat(told(a, owner)).startsWith("promise-warning corrective-action");
        pass(a, "promise", Duration.ofDays(2), id);
        assertThat(told(a, owner)).startsWith("promise-broken corrective-action");
        assertThat(by(a, inspector, () -> actions.get(id)).isOverdue(clock.now())).isTrue();
        by(a, inspector, () -> actions.done(id, "Late, but done"));
        pass(a, "promise", Duration.ofDays(11), id);
        assertThat(told(a, inspector)).as("the effect should have been known").startsWith("promise-broken corrective-action");
        assertThat(by(a, inspector, () -> actions.check(id, true, "It is quick now", null, null)).state()).isEqualTo(ActionState.EFFECTIVE);
        assertThat(catchThrowableOfType(Problem.class, () -> by(b, inspector, () -> actions.get(id))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void otherHandsAreKeptOutAndSeverityIsTold() {
        TenantId a = configured("hands-a");
        Member agent = member(a, "agent", "desk");
        Member manager = member(a, "manager", "desk");
        Member supervisor = member(a, "supervisor", "desk");
        UUID id = filed(a, agent, "grave-one").id();
        assertThat(by(a, supervisor, () -> complaints.get(id)).mine()).as("above").isTrue();
        Member nobody = new Member(UUID.randomUUID(), "cleaner", agent.permissions());
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, nobody, () -> complaints.write(id, null, ComplaintForm.EMPTY))).detail()).isEqualTo("complaint.not-yours");
        ComplaintView grave = by(a, agent, () -> complaints.write(id, null, new ComplaintForm("grave", true, Fault.COMPANY, "slow", null, supervisor.id(), Map.of(Need.SOLUTION, "Money back"))));
        assertThat(grave.texts()).containsEntry(Need.SOLUTION, "Money back");
        assertThat(grave.ownerId()).isEqualTo(supervisor.id());
        assertThat(told(a, manager)).containsExactly("complaint-severity complaint");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> complaints.write(id, null, new ComplaintForm("awful", null, null, "none", Instant.now().plusSeconds(9_000_000), null, Map.of())))).errors())
                .extracting(e -> e.pointer()).containsExactly("/severity", "/cause", "/occurredAt");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> complaints.write(id, 0L, ComplaintForm.EMPTY))).kind()).isEqualTo(Problem.Kind.STALE);
    }

    @Test
    void aTicketOfTheTypeIsAComplaintAndIsForgottenWithItsCustomer() {
        TenantId a = configured("typed-a");
        Member agent = member(a, "agent", "desk");
        UUID ticket = file(a, "typed").id();
        UUID customer = as(a, () -> reading.get(ticket)).requester().id();
        ComplaintView opened = by(a, agent, () -> complaints.get(complaints.ofTicket(ticket).get(0).id()));
        keepFromWorkers(opened.id());
        assertThat(opened.texts().get(Need.CONTENT)).startsWith("The boiler of typed");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> complaints.file(new ComplaintDraft(ticket, null, Map.of(), null, null, null, opened(opened))))).detail())
                .isEqualTo("complaint.open-already");
        assertThat(by(a, agent, () -> readings.open(customer, new Readings.Why(ReadingPurpose.COMPLAINT, opened.id(), null))).email()).isEqualTo("typed@example.com");
        as(a, () -> erasures.erase(customer, ErasureCause.REQUEST));
        ComplaintView gone = by(a, agent, () -> complaints.get(opened.id()));
        assertThat(gone.outcome()).isEqualTo(ComplaintOutcome.FORGOTTEN);
        assertThat(gone.texts().get(Need.CONTENT)).isEqualTo("[erased]");
        assertThat(running(a, opened.id()).values()).containsOnly(ClockState.CANCELLED);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, agent, () -> readings.open(customer, new Readings.Why(ReadingPurpose.COMPLAINT, opened.id(), null))))).isNotNull();
        assertThat(gone.cases()).noneMatch(c -> c.state() == CaseState.OPEN);
    }

    private static ComplaintForm opened(ComplaintView view) {
        return new ComplaintForm(null, null, null, null, null, null, Map.of(Need.CONTENT, view.number()));
    }
}
