package dev.pledgedesk.quality;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Clocks;
import dev.pledgedesk.quality.control.AnswerTransactions;
import dev.pledgedesk.quality.control.EvaluationTransactions;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.QualitySection.Standard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Evaluations of service by a standard: customers asked in writing and by phone, teams looked at on site, a report and what follows from it. */
@ApplicationScoped
public class Evaluations {

    /**
     * An evaluation of a time.
     *
     * @param standard as it was when the evaluation was begun
     * @param to       last day
     * @param seed     by which customers were drawn
     * @param dueAt    until when it is to be reported
     * @param closedAt null while it is open, and so is {@code closedBy}
     * @param words    what is concluded; null while it is open
     */
    public record Run(UUID id, Standard standard, LocalDate from, LocalDate to, long seed, Instant dueAt, String begunBy, Instant begunAt, String closedBy, Instant closedAt, String words, EvaluationReport report) {

        public boolean isOpen() {
            return closedAt == null;
        }
    }

    /** How far an answer is. */
    public enum State {
        /** It is waited for. */
        OPEN,
        /** It is there. */
        ANSWERED,
        /** It did not come and will not. */
        MISSED;

        /** As written in the contract and the database. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The state that is stored under a key. */
        public static State of(String key) {
            return valueOf(key.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * Somebody who is asked, or a team that is looked at.
     *
     * @param customerId null for a team
     * @param ticketId   the request that a customer is asked about; null for a team
     * @param number     of that
     * @param team       key of the team; null for a customer
     * @param tries      how often he was called and not reached
     * @param marks      by item: points, or the place of an answer in the list of answers; empty until it is there
     * @param words      null for none, and for what nobody can read any more
     * @param answeredBy null until it is there, likewise {@code score} and {@code answeredAt}
     */
    public record Answer(UUID id, UUID evaluationId, Part part, UUID customerId, UUID ticketId, String number, String team, State state, int tries, Map<String, Integer> marks, BigDecimal score, boolean failed, String words,
            String answeredBy, Instant answeredAt) {
    }

    /** What a customer is asked in writing, as he sees it; {@code open} is false once he has answered, or it is over. */
    public record Questionnaire(Part part, String number, boolean open, boolean answered) {
    }

    @Inject
    EvaluationTransactions evaluations;

    @Inject
    AnswerTransactions answers;

    @Inject
    Clocks clocks;

    @Inject
    Caller caller;

    /** Newest first. */
    public Page<Run> page(PageRequest request) {
        caller.require(Permission.QUALITY_READ);
        return evaluations.page(request);
    }

    public Run get(UUID id) {
        caller.require(Permission.QUALITY_READ);
        return evaluations.get(id);
    }

    /** Its promises, the oldest first. */
    public List<ClockView> clocks(UUID id) {
        get(id);
        return clocks.of(id);
    }

    /** Begins that of the time in which a day lies: draws customers, writes to them, and tells who calls and visits. */
    public Run begin(String standard, LocalDate day) {
        caller.require(Permission.QUALITY_MANAGE);
        return evaluations.begin(standard, day);
    }

    /** It is over: what came to nothing counts as missed, and the report stays as it is. */
    public Run close(UUID id, String words) {
        caller.require(Permission.QUALITY_MANAGE);
        return evaluations.close(id, words);
    }

    /** Those of an evaluation; those alone that are waited for and that staff can do something about, if {@code openOnly}. */
    public Page<Answer> answers(UUID evaluation, boolean openOnly, PageRequest request) {
        caller.require(Permission.QUALITY_READ);
        return answers.page(evaluation, openOnly, request);
    }

    /** Those of an evaluation that are there, the latest drawn first. */
    public Page<Answer> answered(UUID evaluation, PageRequest request) {
        caller.require(Permission.QUALITY_READ);
        return answers.answered(evaluation, request);
    }

    public Answer answer(UUID id) {
        caller.require(Permission.QUALITY_READ);
        return answers.get(id);
    }

    /** What a customer said on the phone, or what was seen on site. */
    public Answer record(UUID id, Map<String, Integer> marks, String words) {
        caller.require(Permission.INSPECTION_DO);
        return answers.record(id, marks, words);
    }

    /** A customer was not reached; {@code forGood} if nobody is to try again. */
    public Answer miss(UUID id, boolean forGood) {
        caller.require(Permission.INSPECTION_DO);
        return answers.miss(id, forGood);
    }

    /** What there is under the secret of a letter. Asks for no sign-in: whoever has the letter may answer it, once. */
    public Questionnaire questionnaire(String secret) {
        return answers.questionnaire(secret);
    }

    /** The customer's answer to that. */
    public Questionnaire fill(String secret, Map<String, Integer> marks, String words) {
        return answers.fill(secret, marks, words);
    }
}
