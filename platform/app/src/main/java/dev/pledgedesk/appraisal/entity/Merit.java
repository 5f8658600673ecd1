package dev.pledgedesk.appraisal.entity;

import dev.pledgedesk.appraisal.AppealState;
import dev.pledgedesk.appraisal.MeritState;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.AppraisalSection.MeritKind;
import dev.pledgedesk.tenancy.StringListColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** A reward or penalty of somebody, from the proposal on. */
@Entity
@Table(name = "merit")
public class Merit extends Versioned {

    @Column(name = "staff_id")
    private UUID staffId;
    private String rule;
    @Column(name = "config_version")
    private int configVersion;
    private String kind;
    private int points;
    private String state;
    private int step;
    private Sealed reason;
    private Sealed hearing;
    private Sealed decision;
    @Column(name = "proposed_by")
    private String proposedBy;
    @Column(name = "proposed_at")
    private Instant proposedAt;
    @Column(name = "approved_by")
    @Convert(converter = StringListColumn.class)
    private List<String> approvedBy;
    @Column(name = "in_force_at")
    private Instant inForceAt;
    private String appeal;
    @Column(name = "appeal_words")
    private Sealed appealWords;

    /** For JPA. */
    protected Merit() {
    }

    public Merit(UUID id, UUID staffId, String rule, int configVersion, String kind, int points, String state, Sealed reason, String proposedBy, Instant proposedAt) {
        super(id);
        this.staffId = staffId;
        this.rule = rule;
        this.configVersion = configVersion;
        this.kind = kind;
        this.points = points;
        this.state = state;
        this.reason = reason;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
        this.approvedBy = List.of();
    }

    /** He was heard. */
    public void hear(Sealed words) {
        require(MeritState.HEARING);
        hearing = words;
        state = MeritState.PROPOSED.key();
    }

    /** He has let the time go by in which he could have answered. */
    public void unheard() {
        require(MeritState.HEARING);
        state = MeritState.PROPOSED.key();
    }

    /** The next one approves; after the last one it is in force. */
    public void approve(String actor, int approvers, Instant now) {
        require(MeritState.PROPOSED);
        if (approvedBy.contains(actor)) {
            throw Problem.of(Problem.Kind.DENIED, "appraisal.approved-already");
        }
        approvedBy = Stream.concat(approvedBy.stream(), Stream.of(actor)).toList();
        step++;
        if (step >= approvers) {
            state = MeritState.IN_FORCE.key();
            inForceAt = now;
        }
    }

    /** Somebody does not approve. */
    public void refuse(Sealed why) {
        require(MeritState.PROPOSED);
        state = MeritState.REFUSED.key();
        decision = why;
    }

    /** He does not agree. */
    public void appeal(Sealed words) {
        require(MeritState.IN_FORCE);
        if (appeal != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.no-appeal");
        }
        appeal = AppealState.OPEN.key();
        appealWords = words;
    }

    /** What comes of it. */
    public void decide(boolean lifted, Sealed why) {
        if (appeal() != AppealState.OPEN) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.no-appeal");
        }
        appeal = (lifted ? AppealState.CHANGED : AppealState.UPHELD).key();
        decision = why;
        if (lifted) {
            state = MeritState.LIFTED.key();
        }
    }

    private void require(MeritState wanted) {
        if (state() != wanted) {
            throw Problem.of(Problem.Kind.CONFLICT, "appraisal.state");
        }
    }

    public MeritState state() {
        return MeritState.of(state);
    }

    public MeritKind kind() {
        return MeritKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    /** Null if there is none. */
    public AppealState appeal() {
        return appeal == null ? null : AppealState.of(appeal);
    }

    public UUID staffId() {
        return staffId;
    }

    public String rule() {
        return rule;
    }

    public int configVersion() {
        return configVersion;
    }

    public int points() {
        return points;
    }

    /** How many have approved. */
    public int step() {
        return step;
    }

    public Sealed reason() {
        return reason;
    }

    /** What he says himself. */
    public Sealed hearing() {
        return hearing;
    }

    /** Why it was refused or lifted, or stays. */
    public Sealed decision() {
        return decision;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** In their order. */
    public List<String> approvedBy() {
        return approvedBy;
    }

    public Instant inForceAt() {
        return inForceAt;
    }

    public Sealed appealWords() {
        return appealWords;
    }
}
