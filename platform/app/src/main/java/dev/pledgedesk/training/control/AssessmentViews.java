package dev.pledgedesk.training.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.training.JudgementKind;
import dev.pledgedesk.training.JudgementView;
import dev.pledgedesk.training.entity.Assessment;
import dev.pledgedesk.training.entity.AssessmentRows;
import dev.pledgedesk.training.entity.Judgement;
import dev.pledgedesk.training.entity.Judgements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Assessments as they are shown. */
@ApplicationScoped
@Transactional
public class AssessmentViews {

    static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AssessmentRows assessments;

    @Inject
    Judgements judgements;

    @Inject
    TrainingWords words;

    @Inject
    Caller caller;

    /** The scheme that an assessment goes by. */
    Scheme scheme(Assessment a) {
        return qualification(a).scheme();
    }

    private Qualification qualification(Assessment a) {
        return words.training(a.configVersion()).qualification(a.qualification()).orElseThrow();
    }

    AssessmentRule.Parts parts(Assessment a) {
        return new AssessmentRule.Parts(a.theory(), a.practice(), a.practiceVoid(), a.conduct());
    }

    public Page<AssessmentView> page(UUID member, boolean openOnly, PageRequest request) {
        Page<Assessment> page = assessments.page(member, openOnly, request);
        words.fetch(page.items().stream().map(Assessment::staffId).distinct().toList());
        Map<UUID, List<Judgement>> said = judgements.of(page.items().stream().map(Assessment::id).toList()).stream().collect(Collectors.groupingBy(Judgement::assessmentId));
        return page.map(a -> view(a, said.getOrDefault(a.id(), List.of())));
    }

    public AssessmentView get(UUID id) {
        return of(assessments.get(id));
    }

    AssessmentView of(Assessment a) {
        return view(a, judgements.of(List.of(a.id())));
    }

    private AssessmentView view(Assessment a, List<Judgement> said) {
        Qualification qualification = qualification(a);
        Scheme scheme = qualification.scheme();
        return new AssessmentView(a.id(), a.staffId(), a.qualification(), qualification.name(), scheme, a.round(), a.state(), a.theory(), a.practice(), a.practiceVoid(), a.conduct(), a.overall(),
                a.openedAt(), a.closedAt(), a.appeal(), open(a, "appeal_words", a.appealWords()), appealUntil(a, scheme), open(a, "appeal_answer", a.appealAnswer()),
                said.stream().map(this::view).toList(), a.version());
    }

    /** Until when a result can be appealed against; null while there is none. */
    Instant appealUntil(Assessment a, Scheme scheme) {
        return a.closedAt() == null ? null : a.closedAt().plus(Duration.ofDays(scheme.appealWithin()));
    }

    private String open(Assessment a, String column, Sealed sealed) {
        return words.open(a.staffId(), AssessmentTransactions.TABLE, column, a.id(), sealed);
    }

    private JudgementView view(Judgement j) {
        // Colleagues speak more freely if he whom it is about does not read who has said what.
        boolean hidden = j.kind() == JudgementKind.PEER && j.staffId().equals(caller.id());
        return new JudgementView(j.id(), j.kind(), hidden ? null : j.raterId(), j.ticketId(), j.marks() == null ? Map.of() : JSON.convertValue(j.marks(), new TypeReference<TreeMap<String, Integer>>() { }),
                j.score(), hidden ? null : words.open(j.staffId(), "assessment_judgement", "words", j.id(), j.words()), j.at());
    }
}
