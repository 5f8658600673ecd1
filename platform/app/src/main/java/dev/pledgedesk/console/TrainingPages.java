package dev.pledgedesk.console;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TrainingSection;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.training.Assessments;
import dev.pledgedesk.training.CertificateDraft;
import dev.pledgedesk.training.CertificateView;
import dev.pledgedesk.training.Courses;
import dev.pledgedesk.training.DutyStanding;
import dev.pledgedesk.training.Exams;
import dev.pledgedesk.training.ExceptionView;
import dev.pledgedesk.training.PaperView;
import dev.pledgedesk.training.PeerQuestion;
import dev.pledgedesk.training.Qualifications;
import dev.pledgedesk.training.SessionView;
import dev.pledgedesk.training.TaskView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What somebody learns and has passed: his own page, and the pages on others for who may see them. */
@RequestScoped
@Path("/console/training")
public class TrainingPages implements PageResource {

    private static final String HERE = "/console/training";
    private static final int ROWS = 50;

    /** One's own page. */
    public record Own(DutyStanding standing, List<TaskView> tasks, List<SessionView> sessions, List<PaperView> papers, List<PeerQuestion> questions, Actors.Known actors, LocalDate today, Instant now) {

        /** The paper that belongs to an assessment; null for none. */
        public PaperView paper(AssessmentView assessment) {
            return papers.stream().filter(p -> p.assessmentId().equals(assessment.id())).findFirst().orElse(null);
        }
    }

    /** How a member stands with each qualification. */
    public record Row(StaffView member, Map<String, Cell> cells, boolean lacks) {
    }

    /**
     * One pass of one member.
     *
     * @param tone  badge class without its stem
     * @param until when it ends; null for never or for nothing
     */
    public record Cell(String state, String tone, Instant until) {
    }

    /** Everybody, page by page. */
    public record People(List<TrainingSection.Qualification> qualifications, List<Row> rows, List<TaskView> late, Actors.Known actors, String start, String next) {
    }

    /** One person. */
    public record Person(StaffView member, DutyStanding standing, List<TaskView> tasks, List<SessionView> sessions, List<Names.Choice> assessable, List<Names.Choice> qualifications, Actors.Known actors,
            LocalDate today, Instant now, FormState form) {

        public String path() {
            return HERE + "/people/" + member.id();
        }
    }

    @Inject
    Qualifications qualifications;

    @Inject
    Assessments assessments;

    @Inject
    Exams exams;

    @Inject
    Courses courses;

    @Inject
    Staff staff;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** What the caller is to do, and what he has. */
    @GET
    @Self
    public HtmlPage own() {
        UUID me = site.callerId();
        List<PeerQuestion> asked = assessments.questions();
        List<SessionView> sessions = courses.sessionsOf(me);
        return HtmlPage.of("console/training.jte", new Own(qualifications.standing(me), courses.tasks(me), sessions, exams.own(), asked,
                actors.of(Stream.concat(asked.stream().map(q -> "staff/" + q.staffId()), sessions.stream().map(s -> "staff/" + s.trainerId()))), today(), names.now()));
    }

    private LocalDate today() {
        return names.now().atZone(site.zone()).toLocalDate();
    }

    /** Who has which pass, by sign-in name. */
    @GET
    @Path("/people")
    @Allowed(Permission.TRAINING_READ)
    public HtmlPage people(@QueryParam("after") String after) {
        Page<StaffView> page = staff.page(new PageRequest(ROWS, after));
        List<TrainingSection.Qualification> all = site.config().trainingSaid().qualifications();
        List<Row> rows = page.items().stream().filter(StaffView::active).map(m -> row(m, all)).toList();
        List<TaskView> late = courses.late();
        return HtmlPage.of("console/training-people.jte", new People(all, rows, late, actors.of(late.stream().map(t -> "staff/" + t.staffId())), after == null ? null : HERE + "/people",
                page.next() == null ? null : HERE + "/people?after=" + page.next()));
    }

    private Row row(StaffView member, List<TrainingSection.Qualification> all) {
        DutyStanding standing = qualifications.standing(member.id());
        Map<String, Cell> cells = new LinkedHashMap<>();
        all.forEach(q -> cells.put(q.key(), cell(standing, q)));
        return new Row(member, cells, !standing.missing().isEmpty());
    }

    private Cell cell(DutyStanding standing, TrainingSection.Qualification q) {
        CertificateView best = standing.certificates().stream().filter(c -> c.qualification().equals(q.key()) && c.revokedAt() == null)
                .max(Comparator.comparing(CertificateView::validUntil, Comparator.nullsLast(Comparator.naturalOrder()))).orElse(null);
        if (best != null && best.holds()) {
            Duration soon = Duration.ofDays(q.remind().stream().max(Comparator.naturalOrder()).orElse(0));
            boolean ends = best.validUntil() != null && best.validUntil().minus(soon).isBefore(names.now());
            return new Cell(ends ? "ends" : "holds", ends ? "warning" : "good", best.validUntil());
        }
        Instant excepted = standing.exceptions().stream().filter(e -> e.qualification().equals(q.key()) && e.holds()).map(ExceptionView::until).findFirst().orElse(null);
        if (excepted != null) {
            return new Cell("excepted", "info", excepted);
        }
        boolean needed = standing.missing().stream().anyMatch(m -> m.key().equals(q.key()));
        return best != null ? new Cell("ended", needed ? "bad" : "", best.validUntil()) : needed ? new Cell("missing", "bad", null) : new Cell("none", "", null);
    }

    /** One person. */
    @GET
    @Path("/people/{id}")
    @Self
    public HtmlPage person(@PathParam("id") UUID id) {
        return person(id, FormState.NONE);
    }

    private HtmlPage person(UUID id, FormState form) {
        DutyStanding standing = qualifications.standing(id);
        List<Names.Choice> all = site.config().trainingSaid().qualifications().stream().map(q -> new Names.Choice(q.key(), site.text(q.name()))).toList();
        List<Names.Choice> assessable = site.config().trainingSaid().qualifications().stream().filter(q -> q.scheme() != null).map(q -> new Names.Choice(q.key(), site.text(q.name()))).toList();
        return HtmlPage.of("console/training-person.jte", new Person(staff.get(id), standing, courses.tasks(id), courses.sessionsOf(id), assessable, all,
                actors.of(standing.exceptions().stream().map(ExceptionView::grantedBy)), today(), names.now(), form));
    }

    /** Begins an assessment. */
    @POST
    @Path("/people/{id}/assessments")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response assess(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        try {
            return Response.seeOther(Redirects.inside(HERE + "/assessments/" + assessments.open(id, Forms.text(form, "qualification")).id())).build();
        } catch (Problem refused) {
            return refused(id, "assess", form, refused);
        }
    }

    private Response refused(UUID id, String name, MultivaluedMap<String, String> form, Problem refused) {
        int code = Forms.status(refused);
        return Response.status(code).entity(person(id, FormState.refused(name, form, refused, language.messages()))).build();
    }

    /** Records a paper from elsewhere. */
    @POST
    @Path("/people/{id}/certificates")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response record(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "record", form, () -> qualifications.record(new CertificateDraft(id, Forms.text(form, "qualification"), Forms.text(form, "issuer"), Forms.text(form, "document"),
                start(form, "issuedAt"), end(form, "validUntil"))));
    }

    /** Takes one back. */
    @POST
    @Path("/people/{id}/certificates/{certificate}/revocation")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response revoke(@PathParam("id") UUID id, @PathParam("certificate") UUID certificate, MultivaluedMap<String, String> form) {
        return doing(id, "revoke", form, () -> qualifications.revoke(certificate, Forms.text(form, "reason")));
    }

    /** Lets him work without a pass. */
    @POST
    @Path("/people/{id}/exceptions")
    @Allowed(Permission.DUTY_EXCEPT)
    public Response grant(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "except", form, () -> qualifications.grant(id, Forms.text(form, "qualification"), Forms.text(form, "reason"), end(form, "until")));
    }

    /** Ends that. */
    @POST
    @Path("/people/{id}/exceptions/{exception}/end")
    @Allowed(Permission.DUTY_EXCEPT)
    public Response end(@PathParam("id") UUID id, @PathParam("exception") UUID exception) {
        return doing(id, "end", null, () -> qualifications.end(exception));
    }

    private Response doing(UUID id, String name, MultivaluedMap<String, String> form, Runnable deed) {
        return Forms.done(deed, HERE + "/people/" + id, refused -> person(id, FormState.refused(name, form, refused, language.messages())));
    }

    private Instant start(MultivaluedMap<String, String> form, String name) {
        String day = Forms.orNull(form, name);
        return day == null ? null : Forms.day(name, day, 0, site.zone());
    }

    private Instant end(MultivaluedMap<String, String> form, String name) {
        String day = Forms.orNull(form, name);
        return day == null ? null : Forms.day(name, day, 1, site.zone());
    }
}
