package dev.pledgedesk.training.boundary;

import dev.pledgedesk.api.CoursesApi;
import dev.pledgedesk.api.model.NewAttendance;
import dev.pledgedesk.api.model.NewAttendanceList;
import dev.pledgedesk.api.model.NewMaterialProgress;
import dev.pledgedesk.api.model.NewPlanEntry;
import dev.pledgedesk.api.model.NewSessionRating;
import dev.pledgedesk.api.model.NewTrainingMaterial;
import dev.pledgedesk.api.model.NewTrainingSession;
import dev.pledgedesk.api.model.PlanEntry;
import dev.pledgedesk.api.model.PlanEntryList;
import dev.pledgedesk.api.model.TrainingMaterial;
import dev.pledgedesk.api.model.TrainingMaterialList;
import dev.pledgedesk.api.model.TrainingSession;
import dev.pledgedesk.api.model.TrainingSessionPage;
import dev.pledgedesk.api.model.TrainingTaskList;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.training.Courses;
import dev.pledgedesk.training.MaterialDraft;
import dev.pledgedesk.training.MaterialFile;
import dev.pledgedesk.training.PlanEntryDraft;
import dev.pledgedesk.training.SessionDraft;
import dev.pledgedesk.training.SessionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Plan, sessions, materials and tasks over REST. */
@RequestScoped
public class CoursesResource implements CoursesApi {

    private static final int BUFFER = 11 * 1024 * 1024;

    @Inject
    Courses courses;

    @Inject
    TrainingAnswers answers;

    @Inject
    DeskClock clock;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.TRAINING_READ)
    public PlanEntryList listTrainingPlan(Integer year) {
        return new PlanEntryList().items(courses.plan(year).stream().map(answers::entry).toList());
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public PlanEntry addPlanEntry(NewPlanEntry body, String idempotencyKey) {
        return answers.entry(courses.plan(draft(body)));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public PlanEntry changePlanEntry(UUID entryId, NewPlanEntry body, String ifMatch) {
        return answers.entry(courses.replan(entryId, ETags.required(ifMatch), draft(body)));
    }

    private static PlanEntryDraft draft(NewPlanEntry body) {
        return new PlanEntryDraft(body.getYear(), body.getMonth(), body.getCourse(), body.getGoal(), body.getTrainerId(), body.getPlaces());
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public void removePlanEntry(UUID entryId) {
        courses.unplan(entryId);
    }

    @Override
    @Self
    public TrainingSessionPage listTrainingSessions(Instant from, Integer pageSize, String pageAfter) {
        Page<SessionView> page = courses.sessions(from == null ? clock.now() : from, PageRequest.of(pageSize, pageAfter));
        return new TrainingSessionPage().items(page.items().stream().map(answers::session).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public TrainingSession addTrainingSession(NewTrainingSession body, String idempotencyKey) {
        return answers.session(courses.hold(draft(body)));
    }

    private static SessionDraft draft(NewTrainingSession body) {
        return new SessionDraft(body.getCourse(), body.getPlanEntryId(), body.getStartsAt(), body.getEndsAt(), body.getPlace(), body.getTrainerId(), body.getPlaces());
    }

    @Override
    @Self
    public TrainingSession getTrainingSession(UUID trainingSessionId) {
        return answers.session(courses.session(trainingSessionId));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public TrainingSession changeTrainingSession(UUID trainingSessionId, NewTrainingSession body, String ifMatch) {
        return answers.session(courses.move(trainingSessionId, ETags.required(ifMatch), draft(body)));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public TrainingSession cancelTrainingSession(UUID trainingSessionId, String idempotencyKey) {
        return answers.session(courses.cancel(trainingSessionId));
    }

    @Override
    @Self
    public TrainingSession enrol(UUID trainingSessionId, UUID staffId) {
        return answers.session(courses.enrol(trainingSessionId, staffId));
    }

    @Override
    @Self
    public TrainingSession withdrawEnrolment(UUID trainingSessionId, UUID staffId) {
        return answers.session(courses.withdraw(trainingSessionId, staffId));
    }

    @Override
    @Self
    public TrainingSession attend(UUID trainingSessionId, NewAttendance body, String idempotencyKey) {
        return answers.session(courses.attend(trainingSessionId, body.getCode()));
    }

    @Override
    @Self
    public TrainingSession closeTrainingSession(UUID trainingSessionId, NewAttendanceList body, String idempotencyKey) {
        return answers.session(courses.close(trainingSessionId, Set.copyOf(body.getAttended())));
    }

    @Override
    @Self
    public TrainingSession rateTrainingSession(UUID trainingSessionId, NewSessionRating body, String idempotencyKey) {
        return answers.session(courses.rate(trainingSessionId, body.getRating(), body.getWords()));
    }

    @Override
    @Self
    public TrainingTaskList listTrainingTasks(UUID staffId) {
        return new TrainingTaskList().items(courses.tasks(staffId).stream().map(answers::task).toList());
    }

    @Override
    @Allowed(Permission.TRAINING_READ)
    public TrainingTaskList listLateTrainingTasks() {
        return new TrainingTaskList().items(courses.late().stream().map(answers::task).toList());
    }

    @Override
    @Self
    public TrainingMaterialList listTrainingMaterials(String course) {
        return new TrainingMaterialList().items(courses.materials(course).stream().map(answers::material).toList());
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public TrainingMaterial addTrainingMaterial(NewTrainingMaterial body, String idempotencyKey) {
        return answers.material(courses.add(new MaterialDraft(body.getCourse(), body.getPlace() == null ? 0 : body.getPlace(), new LocalizedText(body.getTitle()),
                body.getBody() == null || body.getBody().isEmpty() ? null : new LocalizedText(body.getBody()), body.getAddress(), null, null)));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public TrainingMaterial uploadTrainingMaterial(String course, String fileName, InputStream body, Integer place, String idempotencyKey) {
        try {
            return answers.material(courses.add(new MaterialDraft(course, place == null ? 0 : place, LocalizedText.same(fileName), null, null, fileName, body.readNBytes(BUFFER))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    @Self
    public TrainingMaterial getTrainingMaterial(UUID materialId) {
        return answers.material(courses.material(materialId));
    }

    @Override
    @Allowed(Permission.TRAINING_MANAGE)
    public void removeTrainingMaterial(UUID materialId) {
        courses.remove(materialId);
    }

    @Override
    @Self
    public Response downloadTrainingMaterial(UUID materialId) {
        MaterialFile file = courses.file(materialId);
        return Download.of(file.name(), file.content().length, out -> out.write(file.content()));
    }

    @Override
    @Self
    public TrainingMaterial reportMaterialProgress(UUID materialId, NewMaterialProgress body) {
        return answers.material(courses.reach(materialId, body.getPercent()));
    }
}
