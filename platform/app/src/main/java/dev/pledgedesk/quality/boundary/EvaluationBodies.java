package dev.pledgedesk.quality.boundary;

import dev.pledgedesk.api.model.Evaluation;
import dev.pledgedesk.api.model.EvaluationAnswer;
import dev.pledgedesk.api.model.EvaluationItem;
import dev.pledgedesk.api.model.EvaluationPart;
import dev.pledgedesk.api.model.Questionnaire;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.quality.EvaluationReport;
import dev.pledgedesk.quality.Evaluations;
import dev.pledgedesk.rest.Estimates;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Evaluations as the API tells them: names in the reader's language. */
@RequestScoped
public class EvaluationBodies {

    @Inject
    RequestLanguage language;

    private String name(LocalizedText text) {
        return text.in(language.locale());
    }

    Evaluation evaluation(Evaluations.Run r) {
        return new Evaluation().id(r.id()).standard(r.standard().key()).name(name(r.standard().name())).from(r.from()).to(r.to()).state(r.isOpen() ? Evaluation.StateEnum.OPEN : Evaluation.StateEnum.CLOSED)
                .seed(String.valueOf(r.seed())).aim(r.standard().aim()).dueAt(r.dueAt()).begunBy(r.begunBy()).begunAt(r.begunAt()).closedBy(r.closedBy()).closedAt(r.closedAt()).words(r.words())
                .parts(r.standard().parts().stream().map(p -> part(p, r.report().part(p.key()))).toList()).total(Estimates.percent(r.report().total())).change(Estimates.of(r.report().change()));
    }

    private EvaluationPart part(Part p, EvaluationReport.Part f) {
        List<EvaluationItem> items = p.items().stream()
                .map(i -> item(i).score(Estimates.percent(f.items().stream().filter(s -> s.key().equals(i.key())).findFirst().map(EvaluationReport.ItemScore::score).orElse(null)))).toList();
        return new EvaluationPart().key(p.key()).name(name(p.name())).method(EvaluationPart.MethodEnum.fromValue(p.method().key())).weight(p.weight()).least(p.least()).answers(labels(p)).items(items)
                .drawn(f.drawn()).answered(f.answered()).missed(f.missed()).counts(f.counts()).failures(f.failures()).score(Estimates.percent(f.score()));
    }

    private EvaluationItem item(Item i) {
        return new EvaluationItem().key(i.key()).name(name(i.name())).points(i.points()).critical(i.critical());
    }

    private List<String> labels(Part p) {
        return p.answers().stream().map(this::name).toList();
    }

    EvaluationAnswer answer(Evaluations.Answer a) {
        return new EvaluationAnswer().id(a.id()).evaluationId(a.evaluationId()).part(a.part().key()).customerId(a.customerId()).ticketId(a.ticketId()).number(a.number()).team(a.team())
                .state(EvaluationAnswer.StateEnum.fromValue(a.state().key())).tries(a.tries()).marks(a.marks()).score(a.score()).failed(a.failed()).words(a.words()).answeredBy(a.answeredBy())
                .answeredAt(a.answeredAt());
    }

    Questionnaire questionnaire(Evaluations.Questionnaire q) {
        return new Questionnaire().name(name(q.part().name())).number(q.number()).answers(labels(q.part())).items(q.part().items().stream().map(this::item).toList()).open(q.open()).answered(q.answered());
    }
}
