package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
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
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.training.AnswerDraft;
import dev.pledgedesk.training.Exams;
import dev.pledgedesk.training.PaperView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Papers: written with every answer saved as it is given, and marked. */
@RequestScoped
@Path("/console/training")
public class ExamPages implements PageResource {

    private static final String PAPERS = "/console/training/papers/";
    private static final String MARKING = "/console/training/marking";
    private static final int ROWS = 50;

    /** A paper that is written, or was. */
    public record Paper(PaperView paper, Instant now, FormState form) {

        public String path() {
            return PAPERS + paper.id();
        }
    }

    /** A paper that is written at another place. */
    public record Elsewhere(UUID id) {
    }

    /** Whether an answer was saved; {@code problem} is null if it was. */
    public record Saved(String problem, Instant at) {
    }

    /** Papers that wait to be marked; a nameless one is blind. */
    public record Waiting(List<PaperView> rows, Actors.Known actors, String start, String next) {
    }

    /** One that is marked; {@code name} is null where it is blind. */
    public record Marking(PaperView paper, String name, FormState form) {

        public String path() {
            return MARKING + "/" + paper.id();
        }
    }

    @Inject
    Exams exams;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** One's own paper; at another place than where it is written, the way there. */
    @GET
    @Path("/papers/{id}")
    @Self
    public HtmlPage paper(@PathParam("id") UUID id, @QueryParam("seat") UUID seat) {
        try {
            PaperView paper = exams.get(id, seat);
            return HtmlPage.of("console/paper.jte", new Paper(sitting(paper, seat), names.now(), FormState.NONE));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            return HtmlPage.of("console/paper-elsewhere.jte", new Elsewhere(id));
        }
    }

    /** The seat is told once; the page carries it on. */
    private static PaperView sitting(PaperView p, UUID seat) {
        return new PaperView(p.id(), p.staffId(), p.assessmentId(), p.exam(), p.name(), p.state(), p.seed(), seat, p.startedAt(), p.endsAt(), p.submittedAt(), p.points(), p.score(), p.questions());
    }

    /** Goes on here. */
    @POST
    @Path("/papers/{id}/seat")
    @Self
    public Response resume(@PathParam("id") UUID id) {
        try {
            return Response.seeOther(Redirects.inside(PAPERS + id + "?seat=" + exams.resume(id).seat())).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(HtmlPage.of("console/paper.jte", new Paper(exams.get(id, null), names.now(), FormState.refused("paper", null, refused, language.messages())))).build();
        }
    }

    /** Saves one answer while somebody writes; says in place whether it did. */
    @POST
    @Path("/papers/{id}/answers/{place}")
    @Self
    public HtmlPage save(@PathParam("id") UUID id, @PathParam("place") int place, @QueryParam("seat") UUID seat, @QueryParam("kind") String kind, MultivaluedMap<String, String> form) {
        try {
            exams.save(id, place, seat, answer(form, place, kind));
            return HtmlPage.of("console/saved.jte", new Saved(null, names.now()));
        } catch (Problem refused) {
            return HtmlPage.of("console/saved.jte", new Saved(language.messages().text(refused.errors().isEmpty() ? refused.detail() : refused.errors().get(0).message(), refused.arguments().toArray()), names.now()));
        }
    }

    /** Saves all, and hands it in if that was asked for. */
    @POST
    @Path("/papers/{id}")
    @Self
    public Response write(@PathParam("id") UUID id, @QueryParam("seat") UUID seat, MultivaluedMap<String, String> form) {
        try {
            PaperView paper = exams.get(id, seat);
            paper.questions().forEach(q -> exams.save(id, q.place(), seat, answer(form, q.place(), q.kind().key())));
            if (Forms.text(form, "do").equals("submit")) {
                exams.submit(id, seat);
                return Response.seeOther(Redirects.inside(PAPERS + id)).build();
            }
            return Response.seeOther(Redirects.inside(PAPERS + id + "?seat=" + seat)).build();
        } catch (Problem refused) {
            Forms.status(refused);
            return Response.status(refused.kind().status()).entity(HtmlPage.of("console/paper-elsewhere.jte", new Elsewhere(id))).build();
        }
    }

    /** What a form says of a question. An order is a number for each option; two alike or one left out are no answer yet. */
    private static AnswerDraft answer(MultivaluedMap<String, String> form, int place, String kind) {
        String name = "q" + place;
        if (QuestionKind.ORDER.key().equals(kind)) {
            Map<Integer, Integer> order = new TreeMap<>();
            int options = 0;
            for (; form.containsKey(name + "." + options); options++) {
                String said = Forms.text(form, name + "." + options);
                if (said.matches("[0-9]{1,2}")) {
                    order.put(Integer.valueOf(said), options);
                }
            }
            return new AnswerDraft(order.size() == options ? List.copyOf(order.values()) : List.of(), null);
        }
        if (QuestionKind.SHORT.key().equals(kind) || QuestionKind.CASE.key().equals(kind)) {
            return new AnswerDraft(List.of(), Forms.orNull(form, name));
        }
        return new AnswerDraft(form.getOrDefault(name, List.of()).stream().filter(v -> v.matches("[0-9]{1,2}")).map(Integer::valueOf).distinct().toList(), null);
    }

    /** Papers that wait. */
    @GET
    @Path("/marking")
    @Allowed(Permission.TRAINING_MANAGE)
    public HtmlPage waiting(@QueryParam("after") String after) {
        Page<PaperView> page = exams.waiting(new PageRequest(ROWS, after));
        return HtmlPage.of("console/marking.jte", new Waiting(page.items(), actors.of(page.items().stream().filter(p -> p.staffId() != null).map(p -> "staff/" + p.staffId())), after == null ? null : MARKING,
                page.next() == null ? null : MARKING + "?after=" + page.next()));
    }

    /** One to be marked. */
    @GET
    @Path("/marking/{id}")
    @Allowed(Permission.TRAINING_MANAGE)
    public HtmlPage marking(@PathParam("id") UUID id) {
        return marking(id, FormState.NONE);
    }

    private HtmlPage marking(UUID id, FormState form) {
        PaperView paper = exams.handedIn(id);
        return HtmlPage.of("console/marking-paper.jte", new Marking(paper, paper.staffId() == null ? null : actors.of(Stream.of("staff/" + paper.staffId())).name("staff/" + paper.staffId()), form));
    }

    /** Marks an answer. */
    @POST
    @Path("/marking/{id}/answers/{place}")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response mark(@PathParam("id") UUID id, @PathParam("place") int place, MultivaluedMap<String, String> form) {
        return Forms.done(() -> {
            String points = Forms.text(form, "points");
            if (!points.matches("[0-9]{1,3}(\\.[0-9])?")) {
                throw Problem.invalid(new FieldError("/points", "field.required"));
            }
            exams.mark(id, place, new BigDecimal(points), Forms.orNull(form, "remark"));
        }, MARKING + "/" + id, refused -> marking(id, FormState.refused("mark" + place, form, refused, language.messages())));
    }
}
