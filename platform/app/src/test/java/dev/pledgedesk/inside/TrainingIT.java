package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.training.AnswerDraft;
import dev.pledgedesk.training.Appeal;
import dev.pledgedesk.training.AppealDecision;
import dev.pledgedesk.training.AssessmentState;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.training.AttemptState;
import dev.pledgedesk.training.CertificateDraft;
import dev.pledgedesk.training.CertificateView;
import dev.pledgedesk.training.EnrolmentState;
import dev.pledgedesk.training.JudgementKind;
import dev.pledgedesk.training.JudgementView;
import dev.pledgedesk.training.MaterialDraft;
import dev.pledgedesk.training.PaperView;
import dev.pledgedesk.training.PlanEntryDraft;
import dev.pledgedesk.training.QuestionContent;
import dev.pledgedesk.training.QuestionDraft;
import dev.pledgedesk.training.QuestionView;
import dev.pledgedesk.training.SessionDraft;
import dev.pledgedesk.ticket.TicketChange;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody takes work before he has passed: courses, papers, marks, another try, appeals, exceptions, and the end of a certificate. */
@ExtendWith(ArquillianExtension.class)
class TrainingIT extends TrainingRoom {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void whoIsNewTakesWorkOnceHeHasPassed() {
        TenantId a = configured("train-a");
        Member trainer = member(a, "trainer", "desk");
        Member supervisor = member(a, "supervisor", "desk");
        Member fresh = member(a, "agent", "desk");
        Member peer = member(a, "agent", "desk");
        questions(a, trainer);
        UUID ticket = file(a, "trained").id();
        by(a, supervisor, () -> changes.change(ticket, null, change(null, "first")));
        for (Member who : List.of(supervisor, fresh)) {
            Problem refused = catchThrowableOfType(Problem.class, () -> by(a, who, () -> changes.change(ticket, null, change(fresh.id(), null))));
            assertThat(refused.errors()).singleElement().satisfies(e -> {
                assertThat(e.pointer()).isEqualTo("/assigneeId");
                assertThat(e.arguments()).extracting(x -> x instanceof LocalizedText t ? t.byTag().get("en") : x).containsExactly("agent", "Desk work", "Basics");
            });
        }
        assertThat(by(a, fresh, () -> qualifications.standing(fresh.id())).missing()).extracting(m -> m.key()).containsExactly("desk-work");

        work(a, "training-programmes", new UUID(0, 0));
        assertThat(by(a, fresh, () -> courses.tasks(fresh.id()))).extracting(t -> t.course()).containsExactly("basics");
        attended(a, trainer, fresh);
        assertThat(by(a, fresh, () -> courses.tasks(fresh.id()))).as("done by attending").isEmpty();

        AssessmentView first = by(a, trainer, () -> assessments.open(fresh.id(), "desk-work"));
        judged(a, trainer, peer, first.id(), fresh);
        assertThat(written(a, fresh, first.id(), false).state()).isEqualTo(AttemptState.MARKING);
        assertThat(marked(a, trainer, 10).score()).isEqualByComparingTo("25.0");
        AssessmentView failed = by(a, fresh, () -> assessments.get(first.id()));
        assertThat(failed.state()).isEqualTo(AssessmentState.FAILED);
        assertThat(failed.overall()).isEqualByComparingTo("58.0");
        assertThat(failed.judgements()).filteredOn(j -> j.kind() == JudgementKind.PEER).extracting(JudgementView::raterId).containsOnlyNulls();
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> assessments.open(fresh.id(), "desk-work"))).detail()).isEqualTo("training.resit-too-early");
        assertThat(told(a, fresh)).startsWith("assessment-failed training-record");

        clock.pass(Duration.ofDays(7));
        AssessmentView second = by(a, trainer, () -> assessments.open(fresh.id(), "desk-work"));
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.practice()).as("passed parts stay").isEqualByComparingTo("80.0");
        assertThat(second.theory()).isNull();
        written(a, fresh, second.id(), true);
        marked(a, trainer, 8);
        AssessmentView passed = by(a, fresh, () -> assessments.get(second.id()));
        assertThat(passed.state()).isEqualTo(AssessmentState.PASSED);
        CertificateView certificate = by(a, fresh, () -> qualifications.standing(fresh.id())).certificates().get(0);
        keepFromWorkers(certificate.id());
        assertThat(as(a, () -> qualifications.check(certificate.code().toLowerCase())).holder()).isEqualTo("a•••");

        by(a, fresh, () -> changes.change(ticket, null, change(fresh.id(), null)));
        pass(a, "certificate-reminder", Duration.ofDays(336), certificate.id());
        assertThat(told(a, fresh)).startsWith("certificate-ends training-record");
        assertThat(told(a, trainer)).startsWith("certificate-ends training-record");
        pass(a, "certificate-reminder", Duration.ofDays(32), certificate.id());
        assertThat(told(a, fresh)).startsWith("certificate-ended training-record");
        assertThat(by(a, fresh, () -> qualifications.standing(fresh.id())).missing()).isNotEmpty();
        UUID other = file(a, "too-late").id();
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> changes.change(other, null, change(fresh.id(), "first"))))).isNotNull();
        assertThat(by(a, supervisor, () -> changes.change(other, null, change(fresh.id(), "free"))).assignee().id()).as("work that asks for nothing").isEqualTo(fresh.id());
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> changes.change(other, null, change(null, "first")))).errors()).as("nor by another queue")
                .extracting(e -> e.pointer()).containsExactly("/team");
    }

    private static TicketChange change(UUID assignee, String team) {
        return new TicketChange(null, null, null, null, assignee == null ? null : assignee.toString(), team, null, null, null);
    }

    @Test
    void aPaperIsWrittenAtOnePlaceAndEndsInTime() {
        TenantId a = configured("paper-a");
        Member trainer = member(a, "trainer", "desk");
        Member fresh = member(a, "agent", "desk");
        questions(a, trainer);
        UUID assessment = by(a, trainer, () -> assessments.open(fresh.id(), "desk-work")).id();
        PaperView paper = by(a, fresh, () -> exams.begin(assessment));
        keepFromWorkers(paper.id());
        assertThat(paper.questions()).hasSize(4).allSatisfy(q -> assertThat(q.correct()).isNull());
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, fresh, () -> exams.begin(assessment))).detail()).as("one paper").isEqualTo("training.no-exam");
        PaperView again = by(a, fresh, () -> exams.resume(paper.id()));
        assertThat(again.questions()).as("the same paper").extracting(q -> q.text()).isEqualTo(paper.questions().stream().map(q -> q.text()).toList());
        AnswerDraft right = new AnswerDraft(List.of(place(paper.questions().get(0).options(), "right")), null);
        assertThat(catchThrowableOfType(Problem.class, () -> save(a, fresh, paper, paper.seat(), 1, right)).detail()).isEqualTo("training.other-seat");
        assertThat(catchThrowableOfType(Problem.class, () -> save(a, fresh, paper, again.seat(), 1, new AnswerDraft(List.of(0, 1), null))).errors()).extracting(e -> e.pointer()).containsExactly("/chosen");
        save(a, fresh, paper, again.seat(), 1, right);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> exams.handedIn(paper.id()))).kind()).as("nobody looks over his shoulder").isEqualTo(Problem.Kind.NOT_FOUND);
        pass(a, "exam-end", Duration.ofMinutes(61), paper.id());
        assertThat(catchThrowableOfType(Problem.class, () -> save(a, fresh, paper, again.seat(), 2, right)).detail()).isEqualTo("training.submitted-already");
        PaperView over = by(a, fresh, () -> exams.get(paper.id(), null));
        assertThat(over.state()).as("what was left out needs nobody").isEqualTo(AttemptState.MARKED);
        assertThat(over.score()).isEqualByComparingTo("25.0");
        assertThat(over.submittedAt()).isEqualTo(paper.endsAt());
        assertThat(over.questions().get(0).given()).isEqualByComparingTo("10");
        QuestionView figures = by(a, trainer, () -> bank.page("safety", PageRequest.first(10))).items().stream().filter(q -> q.content().text().equals(paper.questions().get(0).text())).findFirst().orElseThrow();
        assertThat(figures.figures().answers()).isEqualTo(1);
        assertThat(figures.figures().easiness()).isEqualByComparingTo("1.00");
        QuestionView rewritten = by(a, trainer, () -> bank.rewrite(figures.id(), figures.version(), new QuestionDraft("safety", QuestionKind.SINGLE, 2,
                new QuestionContent(en("Something else"), List.of(en("right"), en("wrong")), List.of(1), null))));
        assertThat(rewritten.number()).isEqualTo(2);
        assertThat(by(a, fresh, () -> exams.get(paper.id(), null)).questions().get(0).text()).as("his paper keeps its version").isEqualTo(paper.questions().get(0).text());
    }

    private void save(TenantId a, Member who, PaperView paper, UUID seat, int place, AnswerDraft answer) {
        by(a, who, () -> {
            exams.save(paper.id(), place, seat, answer);
            return null;
        });
    }

    @Test
    void anotherLooksAtAnAppeal() {
        TenantId a = configured("appeal-a");
        Member trainer = member(a, "trainer", "desk");
        Member other = member(a, "trainer", "desk");
        Member fresh = member(a, "agent", "desk");
        Member peer = member(a, "agent", "desk");
        questions(a, trainer);
        UUID id = by(a, trainer, () -> assessments.open(fresh.id(), "desk-work")).id();
        judged(a, trainer, peer, id, fresh);
        written(a, fresh, id, false);
        marked(a, trainer, 0);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, peer, () -> assessments.appeal(id, "This is not right"))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        by(a, fresh, () -> assessments.appeal(id, "Question 2 had two right answers"));
        assertThat(told(a, other)).startsWith("assessment-appealed training-record");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> assessments.decide(id, new AppealDecision("I have judged myself", false, null, null, null)))).detail())
                .isEqualTo("training.own-judgement");
        AssessmentView changed = by(a, other, () -> assessments.decide(id, new AppealDecision("Right, they both count", true, BigDecimal.valueOf(75), null, null)));
        assertThat(changed.appeal()).isEqualTo(Appeal.CHANGED);
        assertThat(changed.state()).isEqualTo(AssessmentState.PASSED);
        assertThat(by(a, fresh, () -> qualifications.standing(fresh.id())).missing()).isEmpty();
    }

    @Test
    void anExceptionIsForAWhileAndSomebodyAnswersForIt() {
        TenantId a = configured("except-a");
        TenantId b = configured("except-b");
        Member trainer = member(a, "trainer", "desk");
        Member supervisor = member(a, "supervisor", "desk");
        Member fresh = member(a, "agent", "desk");
        Instant until = clock.now().plus(Duration.ofDays(7));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> qualifications.grant(fresh.id(), "desk-work", "Two of three are ill", until))).kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, supervisor, () -> qualifications.grant(supervisor.id(), "desk-work", "Two of three are ill", until))).detail())
                .isEqualTo("training.own-exception");
        UUID exception = by(a, supervisor, () -> qualifications.grant(fresh.id(), "desk-work", "Two of three are ill", until)).id();
        UUID ticket = file(a, "excepted").id();
        by(a, fresh, () -> changes.change(ticket, null, change(fresh.id(), "first")));
        assertThat(told(a, trainer)).contains("exception-granted training-record");
        by(a, supervisor, () -> qualifications.end(exception));
        assertThat(by(a, fresh, () -> qualifications.standing(fresh.id())).missing()).isNotEmpty();
        assertThat(catchThrowableOfType(Problem.class, () -> by(b, member(b, "supervisor", "desk"), () -> qualifications.end(exception))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        Member elsewhere = member(b, "trainer", "desk");
        assertThat(catchThrowableOfType(Problem.class, () -> by(b, elsewhere, () -> qualifications.standing(fresh.id()))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        CertificateView paper = by(a, trainer, () -> qualifications.record(new CertificateDraft(fresh.id(), "desk-work", "Chamber", "canarynumber", null, null)));
        keepFromWorkers(paper.id());
        assertThat(leaks("canarynumber")).as("sealed").isEmpty();
        assertThat(by(a, fresh, () -> qualifications.standing(fresh.id())).missing()).isEmpty();
        by(a, trainer, () -> qualifications.revoke(paper.id(), "It was forged"));
        assertThat(by(a, fresh, () -> qualifications.standing(fresh.id())).missing()).isNotEmpty();
        assertThat(catchThrowableOfType(Problem.class, () -> as(b, () -> qualifications.check(paper.code()))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void whoWaitsMovesUpAndThePlanIsFulfilled() {
        TenantId a = configured("places-a");
        Member trainer = member(a, "trainer", "desk");
        Member one = member(a, "agent", "desk");
        Member two = member(a, "agent", "desk");
        UUID entry = by(a, trainer, () -> courses.plan(new PlanEntryDraft(2026, 3, "basics", "Everybody works safely", trainer.id(), 10))).id();
        Instant start = clock.now().plus(Duration.ofDays(3));
        UUID session = by(a, trainer, () -> courses.hold(new SessionDraft("basics", entry, start, start.plus(Duration.ofHours(2)), "Room 3", trainer.id(), 1))).id();
        assertThat(by(a, trainer, () -> courses.plan(2026))).singleElement().satisfies(e -> assertThat(e.sessions()).containsExactly(session));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> {
            courses.unplan(entry);
            return null;
        })).detail()).isEqualTo("training.entry-used");
        by(a, one, () -> courses.enrol(session, one.id()));
        assertThat(by(a, two, () -> courses.enrol(session, two.id())).own()).isEqualTo(EnrolmentState.WAITING);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, two, () -> courses.enrol(session, one.id()))).kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, two, () -> courses.attend(session, "ABCD"))).detail()).isEqualTo("training.not-now");
        by(a, one, () -> courses.withdraw(session, one.id()));
        assertThat(by(a, two, () -> courses.session(session)).own()).isEqualTo(EnrolmentState.ENROLLED);
        assertThat(told(a, two)).startsWith("session-enrolled training-record");
        UUID text = by(a, trainer, () -> courses.add(new MaterialDraft("basics", 1, en("Fuses"), en("Switch it off"), null, null, null))).id();
        UUID file = by(a, trainer, () -> courses.add(new MaterialDraft("basics", 2, en("A picture"), null, null, "a/b.png", "%PDF-1.7 not a picture".getBytes(StandardCharsets.UTF_8)))).id();
        assertThat(by(a, one, () -> courses.materials("basics"))).extracting(m -> m.id()).containsExactly(text, file);
        assertThat(by(a, one, () -> courses.file(file))).satisfies(f -> assertThat(f.type()).as("what it holds, not what it is called").isEqualTo("application/pdf"));
        by(a, one, () -> courses.reach(text, 100));
        assertThat(by(a, one, () -> courses.reach(text, 20)).percent()).as("never goes back").isEqualTo(100);
        assertThat(by(a, two, () -> courses.material(text)).percent()).isZero();
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> courses.add(new MaterialDraft("basics", 3, en("Link"), null, "javascript:alert(1)", null, null)))).errors())
                .extracting(e -> e.pointer()).containsExactly("/address");
    }
}
