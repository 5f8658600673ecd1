package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.page.UploadForm;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TrainingSection;
import dev.pledgedesk.training.Courses;
import dev.pledgedesk.training.MaterialDraft;
import dev.pledgedesk.training.MaterialFile;
import dev.pledgedesk.training.MaterialView;
import dev.pledgedesk.training.PlanEntryDraft;
import dev.pledgedesk.training.PlanEntryView;
import dev.pledgedesk.training.SessionDraft;
import dev.pledgedesk.training.SessionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Courses: what they are, what they are learnt from, when they are held, and the plan of the year. */
@RequestScoped
@Path("/console/training")
public class CoursePages implements PageResource {

    private static final String HERE = "/console/training/courses";
    private static final String SESSIONS = "/console/training/sessions";
    private static final String PLAN = "/console/training/plan";
    private static final int ROWS = 50;
    private static final int LARGEST = 11 * 1024 * 1024;

    /** Courses, and sessions to come. */
    public record View(List<TrainingSection.Course> courses, List<SessionView> sessions, Actors.Known actors, String start, String next) {
    }

    /** One course. */
    public record One(TrainingSection.Course course, List<MaterialView> materials, FormState form) {
    }

    /** A text that is read. */
    public record Text(MaterialView material, TrainingSection.Course course) {
    }

    /** A session. */
    public record Session(SessionView session, Actors.Known actors, boolean holds, List<Names.Choice> colleagues, Instant now, FormState form) {

        public String path() {
            return SESSIONS + "/" + session.id();
        }
    }

    /** The plan of a year. */
    public record Plan(int year, List<PlanEntryView> rows, List<Names.Choice> courses, List<Names.Choice> trainers, Actors.Known actors, FormState form) {
    }

    @Inject
    Courses courses;

    @Inject
    Colleagues colleagues;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** What there is to learn, and when. */
    @GET
    @Path("/courses")
    @Self
    public HtmlPage list(@QueryParam("after") String after) {
        Page<SessionView> page = courses.sessions(names.now(), new PageRequest(ROWS, after));
        return HtmlPage.of("console/courses.jte", new View(site.config().trainingSaid().courses(), page.items(), actors.of(page.items().stream().map(s -> "staff/" + s.trainerId())),
                after == null ? null : HERE, page.next() == null ? null : HERE + "?after=" + page.next()));
    }

    /** One course. */
    @GET
    @Path("/courses/{key}")
    @Self
    public HtmlPage course(@PathParam("key") String key) {
        return course(key, FormState.NONE);
    }

    private HtmlPage course(String key, FormState form) {
        return HtmlPage.of("console/course.jte", new One(site.config().trainingSaid().course(key).orElseThrow(Problem::notFound), courses.materials(key), form));
    }

    /** Adds a text or a link. */
    @POST
    @Path("/courses/{key}/materials")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response add(@PathParam("key") String key, MultivaluedMap<String, String> form) {
        return Forms.done(() -> courses.add(new MaterialDraft(key, courses.materials(key).size() + 1, said(form, "title"), said(form, "body"), Forms.orNull(form, "address"), null, null)), HERE + "/" + key,
                refused -> course(key, FormState.refused("material", form, refused, language.messages())));
    }

    /** Adds a file, called as it is. */
    @POST
    @Path("/courses/{key}/materials")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.TRAINING_MANAGE)
    public Response upload(@PathParam("key") String key, List<EntityPart> parts) {
        return Forms.done(() -> UploadForm.of(parts).files("file").forEach(file -> courses.add(new MaterialDraft(key, courses.materials(key).size() + 1, LocalizedText.same(file.fileName()), null, null,
                file.fileName(), bytes(file)))), HERE + "/" + key, refused -> course(key, FormState.refused("material", null, refused, language.messages())));
    }

    private static byte[] bytes(UploadForm.Upload file) {
        try {
            return file.content().readNBytes(LARGEST);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A text in the languages in which it was written; null for none. */
    private LocalizedText said(MultivaluedMap<String, String> form, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        site.config().tenant().locales().forEach(tag -> {
            String text = Forms.orNull(form, name + "." + tag);
            if (text != null) {
                texts.put(tag, text);
            }
        });
        return texts.isEmpty() ? null : new LocalizedText(texts);
    }

    /** Removes one. */
    @POST
    @Path("/courses/{key}/materials/{id}/removal")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response remove(@PathParam("key") String key, @PathParam("id") UUID id) {
        return Forms.done(() -> courses.remove(id), HERE + "/" + key, refused -> course(key, FormState.refused("material", null, refused, language.messages())));
    }

    /** A text to read. */
    @GET
    @Path("/materials/{id}")
    @Self
    public HtmlPage material(@PathParam("id") UUID id) {
        MaterialView material = courses.material(id);
        return HtmlPage.of("console/material.jte", new Text(material, site.config().trainingSaid().course(material.course()).orElseThrow(Problem::notFound)));
    }

    /** He has read or seen it. */
    @POST
    @Path("/materials/{id}/done")
    @Self
    public Response done(@PathParam("id") UUID id) {
        return Response.seeOther(Redirects.inside(HERE + "/" + courses.reach(id, 100).course())).build();
    }

    /** What a file holds. */
    @GET
    @Path("/materials/{id}/content")
    @Self
    public Response file(@PathParam("id") UUID id) {
        MaterialFile file = courses.file(id);
        return Download.of(file.name(), file.content().length, out -> out.write(file.content()));
    }

    /** A session. */
    @GET
    @Path("/sessions/{id}")
    @Self
    public HtmlPage session(@PathParam("id") UUID id) {
        return session(id, FormState.NONE);
    }

    private HtmlPage session(UUID id, FormState form) {
        SessionView session = courses.session(id);
        boolean holds = session.code() != null;
        return HtmlPage.of("console/session.jte", new Session(session, actors.of(Stream.concat(Stream.of("staff/" + session.trainerId()), session.enrolments().stream().map(e -> "staff/" + e.staffId()))), holds,
                site.may("training.manage") ? colleagues.choices() : List.of(), names.now(), form));
    }

    /** Takes a place; for somebody else by who runs training. */
    @POST
    @Path("/sessions/{id}/enrolments")
    @Self
    public Response enrol(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "enrol", form, () -> courses.enrol(id, Ids.parse(Forms.orNull(form, "staffId")).orElse(site.callerId())));
    }

    /** Gives one's own back. */
    @POST
    @Path("/sessions/{id}/withdrawal")
    @Self
    public Response withdraw(@PathParam("id") UUID id) {
        return doing(id, "enrol", null, () -> courses.withdraw(id, site.callerId()));
    }

    /** Is there. */
    @POST
    @Path("/sessions/{id}/attendance")
    @Self
    public Response attend(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "attend", form, () -> courses.attend(id, Forms.text(form, "code")));
    }

    /** It is over. */
    @POST
    @Path("/sessions/{id}/closure")
    @Self
    public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "close", form, () -> courses.close(id, form.getOrDefault("there", List.of()).stream().flatMap(t -> Ids.parse(t).stream()).collect(Collectors.toSet())));
    }

    /** Does not take place. */
    @POST
    @Path("/sessions/{id}/cancellation")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response cancel(@PathParam("id") UUID id) {
        return doing(id, "close", null, () -> courses.cancel(id));
    }

    /** What somebody thinks of it. */
    @POST
    @Path("/sessions/{id}/rating")
    @Self
    public Response rate(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "rate", form, () -> courses.rate(id, number(form, "rating"), Forms.orNull(form, "words")));
    }

    private static int number(MultivaluedMap<String, String> form, String name) {
        String said = Forms.text(form, name);
        if (!said.matches("[0-9]{1,4}")) {
            throw Problem.invalid(new FieldError("/" + name, "field.required"));
        }
        return Integer.parseInt(said);
    }

    private Response doing(UUID id, String name, MultivaluedMap<String, String> form, Runnable deed) {
        return Forms.done(deed, SESSIONS + "/" + id, refused -> session(id, FormState.refused(name, form, refused, language.messages())));
    }

    /** The plan of a year, this one if none is named. */
    @GET
    @Path("/plan")
    @Allowed(Permission.TRAINING_READ)
    public HtmlPage plan(@QueryParam("year") String year) {
        return plan(year != null && year.matches("2[0-9]{3}") ? Integer.parseInt(year) : names.now().atZone(site.zone()).getYear(), FormState.NONE);
    }

    private HtmlPage plan(int year, FormState form) {
        List<PlanEntryView> rows = courses.plan(year);
        return HtmlPage.of("console/training-plan.jte", new Plan(year, rows, site.config().trainingSaid().courses().stream().map(c -> new Names.Choice(c.key(), site.text(c.name()))).toList(), colleagues.choices(),
                actors.of(rows.stream().filter(e -> e.trainerId() != null).map(e -> "staff/" + e.trainerId())), form));
    }

    /** Plans a course. */
    @POST
    @Path("/plan/{year}")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response plan(@PathParam("year") int year, MultivaluedMap<String, String> form) {
        return Forms.done(() -> courses.plan(new PlanEntryDraft(year, number(form, "month"), Forms.text(form, "course"), Forms.text(form, "goal"), Ids.parse(Forms.orNull(form, "trainerId")).orElse(null),
                number(form, "places"))), PLAN + "?year=" + year, refused -> plan(year, FormState.refused("plan", form, refused, language.messages())));
    }

    /** Takes an entry out of it. */
    @POST
    @Path("/plan/{year}/{id}/removal")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response unplan(@PathParam("year") int year, @PathParam("id") UUID id) {
        return Forms.done(() -> courses.unplan(id), PLAN + "?year=" + year, refused -> plan(year, FormState.refused("plan", null, refused, language.messages())));
    }

    /** Holds a course, of the plan or beside it. */
    @POST
    @Path("/plan/{year}/sessions")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response hold(@PathParam("year") int year, MultivaluedMap<String, String> form) {
        try {
            SessionView held = courses.hold(new SessionDraft(Forms.text(form, "course"), Ids.parse(Forms.orNull(form, "entryId")).orElse(null), Forms.moment("startsAt", Forms.orNull(form, "startsAt"), site.zone()),
                    Forms.moment("endsAt", Forms.orNull(form, "endsAt"), site.zone()), Forms.text(form, "place"), Ids.parse(Forms.orNull(form, "trainerId")).orElse(null), number(form, "places")));
            return Response.seeOther(Redirects.inside(SESSIONS + "/" + held.id())).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(plan(year, FormState.refused("hold", form, refused, language.messages()))).build();
        }
    }
}
