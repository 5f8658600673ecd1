package dev.pledgedesk.appraisal.boundary;

import dev.pledgedesk.api.model.Appraisal;
import dev.pledgedesk.api.model.IndicatorRef;
import dev.pledgedesk.api.model.Inspection;
import dev.pledgedesk.api.model.InspectionSample;
import dev.pledgedesk.api.model.MarkItem;
import dev.pledgedesk.api.model.Merit;
import dev.pledgedesk.api.model.TrainingEffectGroup;
import dev.pledgedesk.api.model.TrainingEffectMeasure;
import dev.pledgedesk.api.model.TrainingEffectPerson;
import dev.pledgedesk.appraisal.AppraisalView;
import dev.pledgedesk.appraisal.InspectionView;
import dev.pledgedesk.appraisal.MeritView;
import dev.pledgedesk.appraisal.SampleView;
import dev.pledgedesk.appraisal.TrainingEffect;
import dev.pledgedesk.kernel.Estimate;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.rest.Estimates;
import dev.pledgedesk.tenancy.AppraisalSection;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Supervision as the API tells it: names in the reader's language. */
@RequestScoped
public class SupervisionAnswers {

    @Inject
    RequestLanguage language;

    private String name(LocalizedText text) {
        return text == null ? null : text.in(language.locale());
    }

    InspectionSample sample(SampleView s) {
        return new InspectionSample().id(s.id()).sampling(s.sampling()).name(name(s.name())).from(s.from()).until(s.until()).seed(s.seed()).population(s.population()).drawn(s.drawn()).drawnAt(s.drawnAt());
    }

    Inspection inspection(InspectionView i) {
        return new Inspection().id(i.id()).sampleId(i.sampleId()).form(i.form()).formName(name(i.formName()))
                .items(i.items().stream().map(m -> new MarkItem().key(m.key()).name(name(m.name())).points(m.points()).critical(m.critical())).toList()).ticketId(i.ticketId()).staffId(i.staffId())
                .firstId(i.firstId()).inspectorId(i.inspectorId()).marks(i.marks()).score(i.score()).otherScore(i.otherScore()).failed(i.failed()).words(i.words()).at(i.at());
    }

    Appraisal appraisal(AppraisalView a) {
        return new Appraisal().id(a.id()).staffId(a.staffId()).scheme(a.scheme()).name(name(a.name())).from(a.from()).to(a.to()).state(Appraisal.StateEnum.fromValue(a.state().key()))
                .scores(a.indicators().stream().map(i -> score(a, i)).toList()).total(a.total()).grade(name(a.grade())).selfWords(a.selfWords()).talkWords(a.talkWords()).talkedBy(a.talkedBy())
                .talkedAt(a.talkedAt()).acknowledgedAt(a.acknowledgedAt()).appeal(a.appeal() == null ? null : Appraisal.AppealEnum.fromValue(a.appeal().key())).appealWords(a.appealWords())
                .appealAnswer(a.appealAnswer()).appealUntil(a.appealUntil()).closedAt(a.closedAt()).version(a.version());
    }

    private dev.pledgedesk.api.model.IndicatorScore score(AppraisalView a, AppraisalSection.Indicator i) {
        dev.pledgedesk.appraisal.IndicatorScore s = a.scores().stream().filter(x -> x.key().equals(i.key())).findFirst().orElseThrow();
        return new dev.pledgedesk.api.model.IndicatorScore().key(i.key()).name(name(i.name())).source(dev.pledgedesk.api.model.IndicatorScore.SourceEnum.fromValue(i.source().key())).weight(i.weight())
                .value(s.value()).score(s.score()).count(s.count()).manual(s.manual())
                .refs(s.refs().stream().map(r -> new IndicatorRef().kind(IndicatorRef.KindEnum.fromValue(r.kind())).id(r.id()).note(r.note())).toList());
    }

    Merit merit(MeritView m) {
        return new Merit().id(m.id()).staffId(m.staffId()).rule(m.rule()).name(name(m.name())).effect(name(m.effect())).kind(Merit.KindEnum.fromValue(m.kind().key())).points(m.points())
                .state(Merit.StateEnum.fromValue(m.state().key())).reason(m.reason()).hearing(m.hearing()).decision(m.decision()).proposedBy(m.proposedBy()).proposedAt(m.proposedAt()).hearUntil(m.hearUntil())
                .approvedBy(m.approvedBy()).nextApprover(m.nextApprover()).inForceAt(m.inForceAt()).appeal(m.appeal() == null ? null : Merit.AppealEnum.fromValue(m.appeal().key())).appealWords(m.appealWords());
    }

    dev.pledgedesk.api.model.MeritSuggestion suggestion(dev.pledgedesk.appraisal.MeritSuggestion s) {
        return new dev.pledgedesk.api.model.MeritSuggestion().staffId(s.staffId()).rule(s.rule()).name(name(s.name())).value(s.value()).count(s.count());
    }

    dev.pledgedesk.api.model.TrainingEffect effect(TrainingEffect e) {
        return new dev.pledgedesk.api.model.TrainingEffect().course(e.course()).name(name(e.name())).from(e.from()).to(e.to()).days(e.days()).sessions(e.sessions()).participants(e.participants())
                .tooRecent(e.tooRecent()).rating(Estimates.on(1, 5, e.rating())).measures(e.measures().stream().map(this::measure).toList());
    }

    private TrainingEffectMeasure measure(TrainingEffect.Measured m) {
        return new TrainingEffectMeasure().measure(TrainingEffectMeasure.MeasureEnum.fromValue(m.measure().key())).people(m.people()).change(Estimates.of(m.change())).others(Estimates.of(m.others()))
                .effect(Estimates.of(m.effect())).verdict(TrainingEffectMeasure.VerdictEnum.fromValue(m.verdict().key()))
                .teams(m.teams().stream().map(t -> new TrainingEffectGroup().team(t.team()).people(t.people()).change(Estimates.of(t.change()))).toList())
                .persons(m.persons().stream().map(x -> new TrainingEffectPerson().staffId(x.staffId()).before(shown(m, x.before())).after(shown(m, x.after())).change(Estimates.of(x.change()))).toList());
    }

    private static dev.pledgedesk.api.model.Estimate shown(TrainingEffect.Measured m, Estimate value) {
        return m.measure() == TrainingEffect.Measure.SOLVED ? Estimates.on(0, Double.MAX_VALUE, value) : Estimates.percent(value);
    }
}
