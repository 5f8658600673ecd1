package dev.pledgedesk.appraisal.control;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.pledgedesk.appraisal.AppraisalView;
import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.appraisal.entity.Appraisal;
import dev.pledgedesk.appraisal.entity.Appraisals;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.AppraisalSection.Appraising;
import dev.pledgedesk.tenancy.AppraisalSection.Grade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Appraisals as they are shown. */
@ApplicationScoped
@Transactional
public class AppraisalViews {

    private static final String TABLE = "appraisal";

    @Inject
    Appraisals appraisals;

    @Inject
    AppraisalWords words;

    /** The scheme that an appraisal goes by. */
    Appraising scheme(Appraisal a) {
        return words.section(a.configVersion()).scheme(a.scheme()).orElseThrow();
    }

    List<IndicatorScore> scores(Appraisal a) {
        return AppraisalWords.JSON.convertValue(a.scores(), new TypeReference<List<IndicatorScore>>() { });
    }

    Instant appealUntil(Appraisal a) {
        return a.talkedAt() == null ? null : a.talkedAt().plus(Duration.ofDays(scheme(a).appealWithin()));
    }

    public Page<AppraisalView> page(UUID member, String scheme, LocalDate from, PageRequest request) {
        Page<Appraisal> page = appraisals.page(member, scheme, from, request);
        words.fetch(page.items().stream().map(Appraisal::staffId).distinct().toList());
        return page.map(this::of);
    }

    public AppraisalView get(UUID id) {
        return of(appraisals.get(id));
    }

    AppraisalView of(Appraisal a) {
        Appraising scheme = scheme(a);
        return new AppraisalView(a.id(), a.staffId(), a.scheme(), scheme.name(), a.fromDay(), a.toDay(), a.state(), scheme.indicators(), scores(a), a.total(),
                scheme.grades().stream().filter(g -> g.key().equals(a.grade())).map(Grade::name).findFirst().orElse(null), open(a, "self_words", a.selfWords()), open(a, "talk_words", a.talkWords()), a.talkedBy(),
                a.talkedAt(), a.acknowledgedAt(), a.appeal(), open(a, "appeal_words", a.appealWords()), open(a, "appeal_answer", a.appealAnswer()), appealUntil(a), a.closedAt(), a.version());
    }

    private String open(Appraisal a, String column, Sealed sealed) {
        return words.open(a.staffId(), TABLE, column, a.id(), sealed);
    }
}
