package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Evaluation;
import dev.pledgedesk.client.model.Inspection;
import dev.pledgedesk.client.model.MarkItem;
import dev.pledgedesk.client.model.NewAbsence;
import dev.pledgedesk.client.model.NewAppraisals;
import dev.pledgedesk.client.model.NewAssessment;
import dev.pledgedesk.client.model.NewCertificate;
import dev.pledgedesk.client.model.NewDutyException;
import dev.pledgedesk.client.model.NewEvaluation;
import dev.pledgedesk.client.model.NewExamAttempt;
import dev.pledgedesk.client.model.NewInspectionResult;
import dev.pledgedesk.client.model.NewInspectionSample;
import dev.pledgedesk.client.model.NewMerit;
import dev.pledgedesk.client.model.NewPlanEntry;
import dev.pledgedesk.client.model.NewQuestion;
import dev.pledgedesk.client.model.NewRosterProposal;
import dev.pledgedesk.client.model.NewRosterShift;
import dev.pledgedesk.client.model.NewShiftSwap;
import dev.pledgedesk.client.model.NewTrainingMaterial;
import dev.pledgedesk.client.model.NewTrainingSession;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Things of training, roster and appraisal, one of each kind that an operation can name in its path. */
public final class DutyBelongings {

    private static final int AHEAD = 20;

    /** By whom they were made: nobody is assessed twice at one time. */
    private static final Map<UUID, Map<String, UUID>> MADE = new HashMap<>();

    private DutyBelongings() {
    }

    /** Makes them; the visitor, an agent and a trainer among others, needs every permission, and a colleague who is an agent. */
    public static synchronized Map<String, UUID> of(Vendor vendor, Visitor visitor, UUID me, UUID colleague) throws ApiException {
        Map<String, UUID> ids = MADE.get(me);
        if (ids == null) {
            ids = made(vendor, visitor, me, colleague);
            MADE.put(me, ids);
        }
        return ids;
    }

    private static Map<String, UUID> made(Vendor vendor, Visitor visitor, UUID me, UUID colleague) throws ApiException {
        Map<String, UUID> ids = new HashMap<>();
        ids.put("certificateId", visitor.qualifications().recordCertificate(new NewCertificate().staffId(colleague).qualification("agent-duty").issuer("probe").document("probe"), Vendor.newKey()).getId());
        ids.put("exceptionId", visitor.qualifications().grantDutyException(new NewDutyException().staffId(colleague).qualification("agent-duty").reason("a probe of the wall")
                .until(Instant.now().plusSeconds(86_400)), Vendor.newKey()).getId());
        UUID assessment = visitor.assessments().openAssessment(new NewAssessment().staffId(me).qualification("agent-duty"), Vendor.newKey()).getId();
        ids.put("assessmentId", assessment);
        ids.put("attemptId", visitor.exams().beginExam(new NewExamAttempt().assessmentId(assessment), Vendor.newKey()).getId());
        ids.put("questionId", visitor.exams().addQuestion(new NewQuestion().topic("etiquette").kind(NewQuestion.KindEnum.TRUE_FALSE).difficulty(1).text(Map.of("en", "Is this a probe?")).addCorrectItem(1),
                Vendor.newKey()).getId());
        String course = visitor.courses().listTrainingPlan(LocalDate.now(zone()).getYear()).getItems().get(0).getCourse();
        ids.put("entryId", visitor.courses().addPlanEntry(new NewPlanEntry().year(2030).month(1).course(course).goal("probe").places(1), Vendor.newKey()).getId());
        ids.put("trainingSessionId", visitor.courses().addTrainingSession(new NewTrainingSession().course(course).startsAt(Instant.now().plusSeconds(86_400)).endsAt(Instant.now().plusSeconds(90_000))
                .place("probe").trainerId(me).places(1), Vendor.newKey()).getId());
        ids.put("materialId", visitor.courses().addTrainingMaterial(new NewTrainingMaterial().course(course).title(Map.of("en", "probe")).address("https://example.com/probe"), Vendor.newKey()).getId());
        LocalDate day = LocalDate.now(zone()).plusDays(AHEAD);
        UUID shift = visitor.roster().planShift(new NewRosterShift().day(day).shift("day").post("seat").staffId(me), Vendor.newKey()).getId();
        ids.put("shiftId", shift);
        ids.put("swapId", visitor.roster().askForSwap(new NewShiftSwap().shiftId(shift).takerId(colleague), Vendor.newKey()).getId());
        ids.put("absenceId", visitor.roster().askForAbsence(new NewAbsence().from(day).to(day).kind(NewAbsence.KindEnum.ANNUAL), Vendor.newKey()).getId());
        UUID proposal = visitor.roster().proposeRoster(new NewRosterProposal().from(day).days(1), Vendor.newKey()).getId();
        visitor.roster().cancelRosterProposal(proposal, Vendor.newKey());
        ids.put("proposalId", proposal);
        supervise(vendor, visitor, colleague, ids);
        evaluate(visitor, ids);
        return ids;
    }

    /** A ticket of the colleague's that was looked at and is to be looked at again, his appraisal, and a reward. */
    private static void supervise(Vendor vendor, Visitor visitor, UUID colleague, Map<String, UUID> ids) throws ApiException {
        Instant before = Instant.now().minusSeconds(5);
        UUID first = solved(vendor, visitor, colleague);
        UUID second = solved(vendor, visitor, colleague);
        visitor.supervision().drawInspections(new NewInspectionSample().sampling("monthly").from(before).until(Instant.now().plusSeconds(5)), Vendor.newKey());
        List<Inspection> open = visitor.supervision().listInspections(false, 50, null).getItems();
        Inspection drawn = of(open, first);
        Map<String, Integer> marks = drawn.getItems().stream().collect(Collectors.toMap(MarkItem::getKey, MarkItem::getPoints));
        visitor.supervision().finishInspection(drawn.getId(), new NewInspectionResult().marks(marks).words("按流程答复 By the process"), Vendor.newKey());
        ids.put("inspectionId", drawn.getId());
        ids.put("openInspectionId", of(open, second).getId());
        visitor.supervision().calibrateInspection(drawn.getId(), Vendor.newKey());
        visitor.supervision().beginAppraisals(new NewAppraisals().scheme("agents").day(LocalDate.now(zone())), Vendor.newKey());
        ids.put("appraisalId", visitor.supervision().listAppraisals("agents", null, 100, null).getItems().stream().filter(a -> a.getStaffId().equals(colleague)).findFirst().orElseThrow().getId());
        vendor.staff("manager");
        ids.put("meritId", visitor.supervision().proposeMerit(new NewMerit().staffId(colleague).rule("improvement").reason("建议已采纳 The idea is in use"), Vendor.newKey()).getId());
    }

    /** The evaluation of this half-year, and a team that is looked at in it. */
    private static void evaluate(Visitor visitor, Map<String, UUID> ids) throws ApiException {
        List<Evaluation> there = visitor.evaluations().listEvaluations(1, null).getItems();
        UUID evaluation = there.isEmpty() ? visitor.evaluations().beginEvaluation(new NewEvaluation().standard("service").day(LocalDate.now(zone())), Vendor.newKey()).getId() : there.get(0).getId();
        ids.put("evaluationId", evaluation);
        ids.put("answerId", visitor.evaluations().listEvaluationAnswers(evaluation, false, 100, null).getItems().stream().filter(a -> a.getTeam() != null).findFirst().orElseThrow().getId());
    }

    private static UUID solved(Vendor vendor, Visitor visitor, UUID colleague) throws ApiException {
        Ticket ticket = Drafts.filed(vendor, "作品如何装裱 How to frame a work");
        visitor.tickets().changeTicket(ticket.getId(), new TicketChange().assigneeId(colleague.toString()), "\"" + ticket.getVersion() + "\"");
        Drafts.close(visitor, ticket.getId());
        return ticket.getId();
    }

    private static Inspection of(List<Inspection> inspections, UUID ticket) {
        return inspections.stream().filter(i -> i.getTicketId().equals(ticket)).findFirst().orElseThrow();
    }

    private static ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }
}
