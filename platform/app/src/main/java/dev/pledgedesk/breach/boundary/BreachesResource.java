package dev.pledgedesk.breach.boundary;

import dev.pledgedesk.api.BreachesApi;
import dev.pledgedesk.api.model.Breach;
import dev.pledgedesk.api.model.BreachDuty;
import dev.pledgedesk.api.model.BreachDutyKind;
import dev.pledgedesk.api.model.BreachLetter;
import dev.pledgedesk.api.model.BreachLetterList;
import dev.pledgedesk.api.model.BreachPage;
import dev.pledgedesk.api.model.BreachPerson;
import dev.pledgedesk.api.model.BreachPersonPage;
import dev.pledgedesk.api.model.BreachPersons;
import dev.pledgedesk.api.model.BreachPersonsFound;
import dev.pledgedesk.api.model.BreachSeverity;
import dev.pledgedesk.api.model.BreachStep;
import dev.pledgedesk.api.model.BreachWords;
import dev.pledgedesk.api.model.NewBreach;
import dev.pledgedesk.api.model.NewBreachAssessment;
import dev.pledgedesk.api.model.NewBreachPersons;
import dev.pledgedesk.api.model.NewBreachSettlement;
import dev.pledgedesk.breach.Breaches;
import dev.pledgedesk.breach.DutyKind;
import dev.pledgedesk.breach.PersonSource;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.tenancy.BreachRules.Severity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The register of leaks over REST. */
@RequestScoped
public class BreachesResource implements BreachesApi {

    @Inject
    Breaches breaches;

    @Inject
    DeskClock clock;

    @Inject
    Paging paging;

    @Override
    @Self
    public Breach reportBreach(NewBreach body, String idempotencyKey) {
        return answer(breaches.report(new Breaches.Report(body.getTitle(), body.getHappened(), severity(body.getSeverity()), body.getAwareAt())));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public BreachPage listBreaches(Integer pageSize, String pageAfter) {
        Page<Breaches.Breach> page = breaches.page(PageRequest.of(pageSize, pageAfter));
        return new BreachPage().items(page.items().stream().map(this::answer).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public Breach getBreach(UUID breachId) {
        return answer(breaches.get(breachId));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public Breach containBreach(UUID breachId, BreachWords body, String idempotencyKey) {
        return answer(breaches.contain(breachId, body.getText()));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public Breach assessBreach(UUID breachId, NewBreachAssessment body, String idempotencyKey) {
        return answer(breaches.assess(breachId, severity(body.getSeverity()), body.getText()));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public Breach closeBreach(UUID breachId, BreachWords body, String idempotencyKey) {
        return answer(breaches.close(breachId, body.getText()));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public Breach settleBreachDuty(UUID breachId, UUID dutyId, NewBreachSettlement body, String idempotencyKey) {
        return answer(breaches.settle(breachId, dutyId, body.getDone(), body.getNote()));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public BreachPersonPage listBreachPersons(UUID breachId, Integer pageSize, String pageAfter) {
        Page<Breaches.Affected> page = breaches.persons(breachId, PageRequest.of(pageSize, pageAfter));
        return new BreachPersonPage().items(page.items().stream().map(BreachesResource::answer).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public BreachPersonsFound addBreachPersons(UUID breachId, NewBreachPersons body, String idempotencyKey) {
        Breaches.Found found = breaches.addPersons(breachId, new Breaches.Search(PersonSource.of(body.getSource().value()), body.getReader(), body.getFrom(), body.getUntil(),
                body.getCustomerIds() == null ? List.of() : body.getCustomerIds(), null));
        return new BreachPersonsFound().added(found.added()).complete(found.complete());
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public void removeBreachPerson(UUID breachId, UUID customerId) {
        breaches.removePerson(breachId, customerId);
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public BreachLetterList draftBreachLetter(UUID breachId, BreachDutyKind kind) {
        return new BreachLetterList().letters(breaches.draft(breachId, DutyKind.of(kind.toString())).stream()
                .map(l -> new BreachLetter().language(l.language()).subject(l.subject()).body(l.body())).toList());
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public Breach notifyBreachPersons(UUID breachId, BreachLetterList body, String idempotencyKey) {
        return answer(breaches.notifyPersons(breachId, body.getLetters().stream().map(l -> new Breaches.Letter(l.getLanguage(), l.getSubject(), l.getBody())).toList()));
    }

    private static Severity severity(BreachSeverity severity) {
        return Severity.of(severity.toString());
    }

    private Breach answer(Breaches.Breach b) {
        return new Breach().id(b.id()).title(b.title()).severity(BreachSeverity.fromValue(b.severity().key())).state(Breach.StateEnum.fromValue(b.state().key())).awareAt(b.awareAt())
                .reported(answer(b.reported())).contained(answer(b.contained())).assessed(answer(b.assessed())).closed(answer(b.closed()))
                .duties(b.duties().stream().map(this::answer).toList())
                .persons(new BreachPersons().all(b.persons().all()).queued(b.persons().queued()).written(b.persons().written()).unreachable(b.persons().unreachable()));
    }

    private BreachDuty answer(Breaches.Duty d) {
        return new BreachDuty().id(d.id()).regime(d.regime()).kind(BreachDutyKind.fromValue(d.kind().key())).state(BreachDuty.StateEnum.fromValue(d.state().key())).dueAt(d.dueAt())
                .overdue(d.isOverdue(clock.now())).settled(answer(d.settled()));
    }

    private static BreachStep answer(Breaches.Step s) {
        return s == null ? null : new BreachStep().by(s.by()).at(s.at()).text(s.text());
    }

    private static BreachPerson answer(Breaches.Affected a) {
        return new BreachPerson().customerId(a.customerId()).source(BreachPerson.SourceEnum.fromValue(a.source().key())).addedAt(a.addedAt())
                .notice(BreachPerson.NoticeEnum.fromValue(a.notice().key())).writtenAt(a.writtenAt());
    }
}
