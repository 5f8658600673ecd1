package dev.pledgedesk.launcher;

import dev.pledgedesk.client.api.SupervisionApi;
import dev.pledgedesk.client.model.Appraisal;
import dev.pledgedesk.client.model.Inspection;
import dev.pledgedesk.client.model.Merit;
import dev.pledgedesk.client.model.NewAppraisalAppealDecision;
import dev.pledgedesk.client.model.NewAppraisalWords;
import dev.pledgedesk.client.model.NewAppraisals;
import dev.pledgedesk.client.model.NewIndicatorScore;
import dev.pledgedesk.client.model.NewInspectionResult;
import dev.pledgedesk.client.model.NewInspectionSample;
import dev.pledgedesk.client.model.NewMerit;
import dev.pledgedesk.client.model.NewMeritDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** How the work of one demo tenant was found this month, from the draw to the close, each step by whose it is; nothing is done where there is an appraisal already. */
final class DemoAppraisal {

    private static final int MOST = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DemoData data;
    private final DemoPeople people;
    private final LocalDate today;

    /**
     * Prepares it.
     *
     * @param data   what there is to be
     * @param people who is at the desk
     */
    DemoAppraisal(DemoData data, DemoPeople people) {
        this.data = data;
        this.people = people;
        this.today = LocalDate.now(ZONE);
    }

    void play() {
        SupervisionApi supervisor = as(data.appraisal().by());
        if (!call("appraisals", () -> supervisor.listAppraisals(null, null, 1, null)).getItems().isEmpty()) {
            return;
        }
        inspect();
        data.appraisal().merits().forEach(this::merit);
        call("beginning", () -> supervisor.beginAppraisals(new NewAppraisals().scheme(data.appraisal().scheme()).day(today), DemoPeople.key()));
        List<Appraisal> there = call("appraisals", () -> supervisor.listAppraisals(null, null, MOST, null)).getItems();
        for (DemoData.Appraised appraised : data.appraisal().appraisals()) {
            UUID of = people.id(appraised.of());
            there.stream().filter(a -> a.getStaffId().equals(of)).findFirst().ifPresent(a -> appraise(supervisor, a.getId(), appraised));
        }
    }

    private void inspect() {
        SupervisionApi inspector = as(data.appraisal().inspector());
        Instant month = today.withDayOfMonth(1).atStartOfDay(ZONE).toInstant();
        call("draw", () -> inspector.drawInspections(new NewInspectionSample().sampling(data.appraisal().sampling()).from(month).until(Instant.now()), DemoPeople.key()));
        List<Inspection> drawn = call("inspections", () -> inspector.listInspections(false, MOST, null)).getItems();
        for (DemoData.Inspected inspected : data.appraisal().inspections()) {
            List<Inspection> his = drawn.stream().filter(i -> i.getStaffId().equals(people.id(inspected.of()))).toList();
            for (int i = 0; i < Math.min(his.size(), inspected.seen().size()); i++) {
                UUID id = his.get(i).getId();
                DemoData.Seen seen = inspected.seen().get(i);
                call("inspection of " + inspected.of(), () -> inspector.finishInspection(id, new NewInspectionResult().marks(seen.marks()).words(seen.words()), DemoPeople.key()));
            }
        }
    }

    private void appraise(SupervisionApi supervisor, UUID id, DemoData.Appraised appraised) {
        String what = "appraisal of " + appraised.of();
        SupervisionApi own = as(appraised.of());
        appraised.scores().forEach((indicator, score) -> call(what, () -> supervisor.setIndicatorScore(id, new NewIndicatorScore().indicator(indicator).score(score), DemoPeople.key())));
        if (appraised.self() != null) {
            call(what, () -> own.assessOneself(id, words(appraised.self()), DemoPeople.key()));
        }
        if (appraised.talk() != null) {
            call(what, () -> supervisor.noteAppraisalTalk(id, words(appraised.talk()), DemoPeople.key()));
            call(what, () -> own.acknowledgeAppraisal(id, DemoPeople.key()));
        }
        if (appraised.appeal() != null) {
            call(what, () -> own.appealAppraisal(id, words(appraised.appeal()), DemoPeople.key()));
        }
        DemoData.Answered answer = appraised.answer();
        if (answer != null) {
            call(what, () -> as(answer.by()).decideAppraisalAppeal(id, new NewAppraisalAppealDecision().answer(answer.words()).scores(answer.scores()), DemoPeople.key()));
        }
        if (appraised.closed()) {
            call(what, () -> supervisor.closeAppraisal(id, DemoPeople.key()));
        }
    }

    private void merit(DemoData.Merited merited) {
        String what = merited.rule() + " of " + merited.to();
        Merit merit = call(what, () -> as(merited.by()).proposeMerit(new NewMerit().staffId(people.id(merited.to())).rule(merited.rule()).reason(merited.reason()), DemoPeople.key()));
        if (merited.hearing() != null) {
            call(what, () -> as(merited.to()).answerPenalty(merit.getId(), words(merited.hearing()), DemoPeople.key()));
        }
        merited.approvedBy().forEach(login -> call(what, () -> as(login).decideMerit(merit.getId(), new NewMeritDecision().approves(true), DemoPeople.key())));
    }

    private SupervisionApi as(String login) {
        return new SupervisionApi(people.member(login));
    }

    private static NewAppraisalWords words(String said) {
        return new NewAppraisalWords().words(said);
    }

    private <T> T call(String what, DemoPeople.Call<T> call) {
        return DemoPeople.call(data.tenant() + ": demo/appraisal.yaml, " + what, call);
    }
}
