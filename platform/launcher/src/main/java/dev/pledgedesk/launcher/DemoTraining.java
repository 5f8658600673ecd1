package dev.pledgedesk.launcher;

import dev.pledgedesk.client.api.AssessmentsApi;
import dev.pledgedesk.client.api.CoursesApi;
import dev.pledgedesk.client.api.ExamsApi;
import dev.pledgedesk.client.api.QualificationsApi;
import dev.pledgedesk.client.model.Certificate;
import dev.pledgedesk.client.model.NewAssessment;
import dev.pledgedesk.client.model.NewCertificate;
import dev.pledgedesk.client.model.NewPlanEntry;
import dev.pledgedesk.client.model.NewQuestion;
import dev.pledgedesk.client.model.NewTrainingMaterial;
import dev.pledgedesk.client.model.NewTrainingSession;
import dev.pledgedesk.client.model.PlanEntry;
import dev.pledgedesk.client.model.Question;
import dev.pledgedesk.client.model.TrainingMaterial;
import dev.pledgedesk.client.model.TrainingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the people of one demo tenant have learnt and passed, set up by who runs training there. What is there already is left alone.
 */
final class DemoTraining {

    private static final int MOST = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DemoData data;
    private final DemoPeople people;
    private final String trainer;
    private final Instant now;

    /**
     * Prepares it.
     *
     * @param data   what there is to be
     * @param people who is at the desk
     */
    DemoTraining(DemoData data, DemoPeople people) {
        this.data = data;
        this.people = people;
        this.trainer = data.accounts().stream().anyMatch(account -> "trainer".equals(account.role())) ? data.loginOf("trainer") : data.loginOf("supervisor");
        this.now = Instant.now();
    }

    /** Passes, without which nobody takes the tickets that come next. */
    void certify() {
        var api = new QualificationsApi(people.member(trainer));
        List<Certificate> there = call("certificates", () -> api.listCertificates(MOST, null)).getItems();
        for (DemoData.Paper paper : data.training().certificates()) {
            UUID holder = people.id(paper.to());
            if (there.stream().noneMatch(c -> c.getStaffId().equals(holder) && c.getQualification().equals(paper.qualification()))) {
                Instant issued = now.minus(Duration.ofDays(paper.issuedDaysAgo()));
                call("certificate of " + paper.to(), () -> api.recordCertificate(new NewCertificate().staffId(holder).qualification(paper.qualification()).issuer(paper.issuer())
                    .document(paper.document()).issuedAt(issued).validUntil(issued.plus(Duration.ofDays(paper.validForDays()))), DemoPeople.key()));
            }
        }
    }

    /** Questions, materials, the plan, sessions to come and assessments that run. */
    void teach() {
        questions();
        var courses = new CoursesApi(people.member(trainer));
        materials(courses);
        plan(courses);
        sessions(courses);
        assessments();
    }

    private void questions() {
        var api = new ExamsApi(people.member(trainer));
        List<Map<String, String>> there = new ArrayList<>();
        for (String topic : data.training().questions().stream().map(DemoData.Asked::topic).distinct().toList()) {
            call("questions", () -> api.listQuestions(topic, MOST, null)).getItems().stream().map(Question::getText).forEach(there::add);
        }
        for (DemoData.Asked asked : data.training().questions()) {
            if (!there.contains(asked.text())) {
                call("question " + asked.text().get("en"), () -> api.addQuestion(new NewQuestion().topic(asked.topic()).kind(NewQuestion.KindEnum.fromValue(asked.kind())).difficulty(asked.difficulty())
                    .text(asked.text()).options(asked.options()).correct(asked.correct()).rubric(asked.rubric()), DemoPeople.key()));
            }
        }
    }

    private void materials(CoursesApi api) {
        for (DemoData.Material material : data.training().materials()) {
            List<TrainingMaterial> there = call("materials", () -> api.listTrainingMaterials(material.course())).getItems();
            if (there.stream().noneMatch(m -> m.getTitle().equals(material.title()))) {
                call("material of " + material.course(), () -> api.addTrainingMaterial(new NewTrainingMaterial().course(material.course()).place(there.size() + 1).title(material.title())
                    .body(material.body()).address(material.address()), DemoPeople.key()));
            }
        }
    }

    private void plan(CoursesApi api) {
        int year = LocalDate.ofInstant(now, ZONE).getYear();
        List<PlanEntry> there = call("training plan", () -> api.listTrainingPlan(year)).getItems();
        for (DemoData.Planned planned : data.training().plan()) {
            if (there.stream().noneMatch(e -> e.getMonth() == planned.month() && e.getCourse().equals(planned.course()))) {
                call("plan of " + planned.course(), () -> api.addPlanEntry(new NewPlanEntry().year(year).month(planned.month()).course(planned.course()).goal(planned.goal())
                    .trainerId(people.id(planned.trainer())).places(planned.places()), DemoPeople.key()));
            }
        }
    }

    private void sessions(CoursesApi api) {
        List<TrainingSession> there = call("sessions", () -> api.listTrainingSessions(now, MOST, null)).getItems();
        for (DemoData.Held held : data.training().sessions()) {
            if (there.stream().noneMatch(s -> s.getCourse().equals(held.course()) && s.getPlace().equals(held.place()))) {
                Instant starts = LocalDate.ofInstant(now, ZONE).plusDays(held.inDays()).atTime(LocalTime.of(held.hour(), 0)).atZone(ZONE).toInstant();
                TrainingSession session = call("session of " + held.course(), () -> api.addTrainingSession(new NewTrainingSession().course(held.course()).startsAt(starts)
                    .endsAt(starts.plus(Duration.ofHours(held.hours()))).place(held.place()).trainerId(people.id(held.trainer())).places(held.places()), DemoPeople.key()));
                held.enrol().forEach(login -> call("place of " + login, () -> api.enrol(session.getId(), people.id(login))));
            }
        }
    }

    private void assessments() {
        var api = new AssessmentsApi(people.member(trainer));
        var there = call("assessments", () -> api.listAssessments(true, MOST, null)).getItems();
        for (DemoData.Assessed assessed : data.training().assessments()) {
            UUID of = people.id(assessed.of());
            if (there.stream().noneMatch(a -> a.getStaffId().equals(of) && a.getQualification().equals(assessed.qualification()))) {
                call("assessment of " + assessed.of(), () -> api.openAssessment(new NewAssessment().staffId(of).qualification(assessed.qualification()), DemoPeople.key()));
            }
        }
    }

    private <T> T call(String what, DemoPeople.Call<T> call) {
        return DemoPeople.call(data.tenant() + ": demo/training.yaml, " + what, call);
    }
}
