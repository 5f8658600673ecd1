package dev.pledgedesk.complaint.boundary;

import dev.pledgedesk.api.model.Channel;
import dev.pledgedesk.api.model.Clock;
import dev.pledgedesk.api.model.Complaint;
import dev.pledgedesk.api.model.ComplaintCase;
import dev.pledgedesk.api.model.ComplaintEntry;
import dev.pledgedesk.api.model.ComplaintFault;
import dev.pledgedesk.api.model.ComplaintForm;
import dev.pledgedesk.api.model.ComplaintOutcome;
import dev.pledgedesk.api.model.ComplaintTexts;
import dev.pledgedesk.api.model.OwnComplaint;
import dev.pledgedesk.complaint.CaseView;
import dev.pledgedesk.complaint.ComplaintSummary;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.complaint.Fault;
import dev.pledgedesk.rest.Enums;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Complaints as the contract has them, and forms as it gives them to us. */
final class ComplaintAnswers {

    private ComplaintAnswers() {
    }

    static dev.pledgedesk.complaint.ComplaintForm form(ComplaintForm f) {
        return new dev.pledgedesk.complaint.ComplaintForm(f.getSeverity(), f.getComplex(), Fault.of(Enums.key(f.getAtFault())), f.getCause(), f.getOccurredAt(), f.getOwnerId(), texts(f.getTexts()));
    }

    private static Map<Need, String> texts(ComplaintTexts t) {
        Map<Need, String> texts = new EnumMap<>(Need.class);
        if (t != null) {
            put(texts, Need.APOLOGY, t.getApology());
            put(texts, Need.PLACE, t.getPlace());
            put(texts, Need.CONTENT, t.getContent());
            put(texts, Need.DESIRED_OUTCOME, t.getDesiredOutcome());
            put(texts, Need.EVIDENCE, t.getEvidence());
            put(texts, Need.INVESTIGATION, t.getInvestigation());
            put(texts, Need.RESPONSIBILITY, t.getResponsibility());
            put(texts, Need.SOLUTION, t.getSolution());
            put(texts, Need.COMPENSATION, t.getCompensation());
            put(texts, Need.FOLLOW_UP, t.getFollowUp());
        }
        return texts;
    }

    private static void put(Map<Need, String> texts, Need need, String text) {
        if (text != null) {
            texts.put(need, text);
        }
    }

    private static ComplaintTexts texts(Map<Need, String> t) {
        return new ComplaintTexts().apology(t.get(Need.APOLOGY)).place(t.get(Need.PLACE)).content(t.get(Need.CONTENT)).desiredOutcome(t.get(Need.DESIRED_OUTCOME)).evidence(t.get(Need.EVIDENCE))
                .investigation(t.get(Need.INVESTIGATION)).responsibility(t.get(Need.RESPONSIBILITY)).solution(t.get(Need.SOLUTION)).compensation(t.get(Need.COMPENSATION))
                .followUp(t.get(Need.FOLLOW_UP));
    }

    static Complaint complaint(ComplaintView c) {
        return new Complaint().id(c.id()).number(c.number()).customerId(c.customerId()).ticketId(c.ticketId()).regime(c.regime()).configVersion(c.configVersion())
                .channel(Channel.fromValue(c.channel())).stage(c.stage()).stageSince(c.stageSince()).round(c.round()).level(c.level()).ownerId(c.ownerId()).receivedAt(c.receivedAt())
                .filedAt(c.filedAt()).filedBy(c.filedBy()).severity(c.severity()).complex(c.complex()).atFault(c.fault() == null ? null : ComplaintFault.fromValue(c.fault().key()))
                .occurredAt(c.occurredAt()).cause(c.cause()).texts(texts(c.texts())).missing(c.missing().stream().map(Need::key).toList()).moves(c.moves()).mine(c.mine()).asking(c.asking())
                .reminders(c.reminders()).exceptionBy(c.exceptionBy()).outcome(outcome(c.outcome())).endedAt(c.endedAt()).cases(c.cases().stream().map(ComplaintAnswers::asked).toList())
                .tickets(c.tickets()).version(c.version());
    }

    static dev.pledgedesk.api.model.ComplaintSummary summary(ComplaintSummary c) {
        return new dev.pledgedesk.api.model.ComplaintSummary().id(c.id()).number(c.number()).customerId(c.customerId()).ticketId(c.ticketId()).regime(c.regime()).stage(c.stage()).round(c.round())
                .ownerId(c.ownerId()).receivedAt(c.receivedAt()).severity(c.severity()).outcome(outcome(c.outcome()));
    }

    static ComplaintCase asked(CaseView c) {
        return new ComplaintCase().id(c.id()).complaintId(c.complaintId()).number(c.number()).department(c.department()).round(c.round()).state(ComplaintCase.StateEnum.fromValue(c.state().key()))
                .content(c.content()).question(c.question()).openedAt(c.openedAt()).opinion(c.opinion()).by(c.by()).endedAt(c.endedAt());
    }

    static ComplaintEntry entry(EntryView e) {
        return new ComplaintEntry().id(e.id()).number(e.number()).kind(ComplaintEntry.KindEnum.fromValue(e.kind().key())).round(e.round()).name(e.name()).value(e.value()).words(e.words())
                .caseId(e.caseId()).at(e.at()).actor(e.actor());
    }

    static OwnComplaint own(dev.pledgedesk.complaint.OwnComplaint c, Locale locale, List<Clock> clocks) {
        return new OwnComplaint().id(c.id()).number(c.number()).stage(c.stage().in(locale)).receivedAt(c.receivedAt()).asking(c.asking()).outcome(outcome(c.outcome())).endedAt(c.endedAt())
                .clocks(clocks);
    }

    private static ComplaintOutcome outcome(dev.pledgedesk.complaint.ComplaintOutcome outcome) {
        return Optional.ofNullable(outcome).map(o -> ComplaintOutcome.fromValue(o.key())).orElse(null);
    }
}
