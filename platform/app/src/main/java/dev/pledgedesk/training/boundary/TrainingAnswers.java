package dev.pledgedesk.training.boundary;

import dev.pledgedesk.api.model.Assessment;
import dev.pledgedesk.api.model.AssessmentPart;
import dev.pledgedesk.api.model.Certificate;
import dev.pledgedesk.api.model.DutyException;
import dev.pledgedesk.api.model.Enrolment;
import dev.pledgedesk.api.model.ExamAnswer;
import dev.pledgedesk.api.model.ExamAttempt;
import dev.pledgedesk.api.model.Judgement;
import dev.pledgedesk.api.model.MarkItem;
import dev.pledgedesk.api.model.MissingPass;
import dev.pledgedesk.api.model.NewQuestion;
import dev.pledgedesk.api.model.PlanEntry;
import dev.pledgedesk.api.model.Question;
import dev.pledgedesk.api.model.TrainingMaterial;
import dev.pledgedesk.api.model.TrainingSession;
import dev.pledgedesk.api.model.TrainingTask;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.training.CertificateView;
import dev.pledgedesk.training.ExceptionView;
import dev.pledgedesk.training.MaterialView;
import dev.pledgedesk.training.PaperView;
import dev.pledgedesk.training.PlanEntryView;
import dev.pledgedesk.training.QuestionContent;
import dev.pledgedesk.training.QuestionDraft;
import dev.pledgedesk.training.QuestionView;
import dev.pledgedesk.training.SessionView;
import dev.pledgedesk.training.TaskView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Training as the API tells it: names in the reader's language. */
@RequestScoped
public class TrainingAnswers {

    @Inject
    RequestLanguage language;

    private String name(LocalizedText text) {
        return text.in(language.locale());
    }

    Certificate certificate(CertificateView c) {
        return new Certificate().id(c.id()).staffId(c.staffId()).qualification(c.qualification()).name(name(c.name())).assessmentId(c.assessmentId()).issuer(c.issuer()).document(c.document())
                .issuedAt(c.issuedAt()).validUntil(c.validUntil()).code(c.code()).revokedAt(c.revokedAt()).revokedWhy(c.revokedWhy()).holds(c.holds());
    }

    dev.pledgedesk.api.model.CertificateCheck check(dev.pledgedesk.training.CertificateCheck c) {
        return new dev.pledgedesk.api.model.CertificateCheck().qualification(name(c.qualification())).holder(c.holder()).issuer(c.issuer()).issuedAt(c.issuedAt()).validUntil(c.validUntil()).holds(c.holds());
    }

    DutyException exception(ExceptionView e) {
        return new DutyException().id(e.id()).staffId(e.staffId()).qualification(e.qualification()).name(name(e.name())).reason(e.reason()).grantedBy(e.grantedBy()).grantedAt(e.grantedAt())
                .until(e.until()).endedAt(e.endedAt()).holds(e.holds());
    }

    dev.pledgedesk.api.model.DutyStanding standing(dev.pledgedesk.training.DutyStanding s) {
        return new dev.pledgedesk.api.model.DutyStanding().staffId(s.staffId()).certificates(s.certificates().stream().map(this::certificate).toList())
                .exceptions(s.exceptions().stream().map(this::exception).toList())
                .missing(s.missing().stream().map(m -> new MissingPass().qualification(m.key()).name(name(m.name())).where(name(m.where()))).toList())
                .assessments(s.assessments().stream().map(this::assessment).toList());
    }

    Assessment assessment(AssessmentView a) {
        return new Assessment().id(a.id()).staffId(a.staffId()).qualification(a.qualification()).name(name(a.name())).round(a.round()).state(Assessment.StateEnum.fromValue(a.state().key()))
                .pass(a.scheme().pass()).overall(a.overall()).parts(parts(a)).practiceVoid(a.practiceVoid()).openedAt(a.openedAt()).closedAt(a.closedAt())
                .appeal(a.appeal() == null ? null : Assessment.AppealEnum.fromValue(a.appeal().key())).appealWords(a.appealWords()).appealUntil(a.appealUntil()).appealAnswer(a.appealAnswer())
                .judgements(a.judgements().stream().map(j -> new Judgement().id(j.id()).kind(Judgement.KindEnum.fromValue(j.kind().key())).raterId(j.raterId()).ticketId(j.ticketId()).marks(j.marks())
                        .score(j.score()).words(j.words()).at(j.at())).toList()).version(a.version());
    }

    private List<AssessmentPart> parts(AssessmentView a) {
        Scheme scheme = a.scheme();
        List<AssessmentPart> parts = new ArrayList<>();
        if (scheme.theory() != null) {
            parts.add(part("theory", scheme.theory().weight(), scheme.theory().pass(), a.theory(), List.of()));
        }
        if (scheme.practice() != null) {
            parts.add(part("practice", scheme.practice().weight(), scheme.practice().pass(), a.practice(), scheme.practice().items()));
        }
        if (scheme.conduct() != null) {
            parts.add(part("conduct", scheme.conduct().weight(), scheme.conduct().pass(), a.conduct(), scheme.conduct().items()));
        }
        return parts;
    }

    private AssessmentPart part(String key, int weight, int pass, BigDecimal score, List<Item> items) {
        return new AssessmentPart().part(AssessmentPart.PartEnum.fromValue(key)).weight(weight).pass(pass).score(score).items(items(items));
    }

    private List<MarkItem> items(List<Item> items) {
        return items.stream().map(i -> new MarkItem().key(i.key()).name(name(i.name())).points(i.points()).critical(i.critical())).toList();
    }

    dev.pledgedesk.api.model.PeerQuestion question(dev.pledgedesk.training.PeerQuestion q) {
        return new dev.pledgedesk.api.model.PeerQuestion().assessmentId(q.assessmentId()).staffId(q.staffId()).qualification(name(q.qualification())).items(items(q.items())).askedAt(q.askedAt());
    }

    Question question(QuestionView q) {
        QuestionContent c = q.content();
        return new Question().id(q.id()).topic(q.topic()).kind(Question.KindEnum.fromValue(q.kind().key())).difficulty(q.difficulty()).active(q.active()).number(q.number()).text(c.text().byTag())
                .options(c.options().stream().map(LocalizedText::byTag).toList()).correct(c.correct()).rubric(texts(c.rubric())).answers(q.figures().answers()).easiness(q.figures().easiness())
                .discrimination(q.figures().discrimination()).version(q.version());
    }

    static QuestionDraft draft(NewQuestion body) {
        return new QuestionDraft(body.getTopic(), QuestionKind.of(body.getKind().value()), body.getDifficulty(), new QuestionContent(new LocalizedText(body.getText()),
                body.getOptions() == null ? List.of() : body.getOptions().stream().map(LocalizedText::new).toList(), body.getCorrect(),
                body.getRubric() == null || body.getRubric().isEmpty() ? null : new LocalizedText(body.getRubric())));
    }

    private static Map<String, String> texts(LocalizedText text) {
        return text == null ? null : text.byTag();
    }

    ExamAttempt paper(PaperView p) {
        return new ExamAttempt().id(p.id()).staffId(p.staffId()).assessmentId(p.assessmentId()).exam(p.exam()).name(name(p.name())).state(ExamAttempt.StateEnum.fromValue(p.state().key())).seat(p.seat())
                .startedAt(p.startedAt()).endsAt(p.endsAt()).submittedAt(p.submittedAt()).points(p.points()).score(p.score())
                .questions(p.questions().stream().map(q -> new dev.pledgedesk.api.model.PaperQuestion().place(q.place()).kind(dev.pledgedesk.api.model.PaperQuestion.KindEnum.fromValue(q.kind().key())).text(q.text().byTag())
                        .options(q.options().stream().map(LocalizedText::byTag).toList()).points(q.points()).answer(q.answer() == null ? null : new ExamAnswer().chosen(q.answer().chosen()).text(q.answer().text()))
                        .correct(q.correct()).rubric(texts(q.rubric())).given(q.given()).remark(q.remark())).toList());
    }

    PlanEntry entry(PlanEntryView e) {
        return new PlanEntry().id(e.id()).year(e.year()).month(e.month()).course(e.course()).name(name(e.name())).goal(e.goal()).trainerId(e.trainerId()).places(e.places()).sessions(e.sessions())
                .version(e.version());
    }

    TrainingSession session(SessionView s) {
        return new TrainingSession().id(s.id()).course(s.course()).name(name(s.name())).planEntryId(s.entryId()).startsAt(s.startsAt()).endsAt(s.endsAt()).place(s.place()).trainerId(s.trainerId())
                .places(s.places()).code(s.code()).state(TrainingSession.StateEnum.fromValue(s.state().key())).enrolled(s.enrolled()).waiting(s.waiting())
                .own(s.own() == null ? null : TrainingSession.OwnEnum.fromValue(s.own().key()))
                .enrolments(s.enrolments().stream().map(e -> new Enrolment().staffId(e.staffId()).state(Enrolment.StateEnum.fromValue(e.state().key())).at(e.at()).attendedAt(e.attendedAt()).rating(e.rating())
                        .feedback(e.feedback())).toList()).rating(s.rating()).version(s.version());
    }

    TrainingTask task(TaskView t) {
        return new TrainingTask().id(t.id()).staffId(t.staffId()).programme(t.programme()).programmeName(name(t.programmeName())).course(t.course()).courseName(name(t.courseName())).turn(t.turn())
                .dueOn(t.dueOn()).doneAt(t.doneAt());
    }

    TrainingMaterial material(MaterialView m) {
        return new TrainingMaterial().id(m.id()).course(m.course()).kind(TrainingMaterial.KindEnum.fromValue(m.kind().key())).title(m.title().byTag()).body(texts(m.body())).address(m.address())
                .fileName(m.fileName()).fileType(m.fileType()).percent(m.percent()).version(m.version());
    }
}
