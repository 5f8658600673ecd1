package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
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
import dev.pledgedesk.tenancy.TrainingSection.Item;
import dev.pledgedesk.training.AppealDecision;
import dev.pledgedesk.training.AssessmentView;
import dev.pledgedesk.training.Assessments;
import dev.pledgedesk.training.Exams;
import dev.pledgedesk.training.JudgementDraft;
import dev.pledgedesk.training.JudgementKind;
import dev.pledgedesk.training.PaperView;
import dev.pledgedesk.training.PeerQuestion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Assessments: what is judged, by whom, and what comes of it. */
@RequestScoped
@Path("/console/training/assessments")
public class AssessmentPages implements PageResource {

    private static final String HERE = "/console/training/assessments";
    private static final int ROWS = 50;

    /** Those that are open, or all. */
    public record View(List<AssessmentView> rows, boolean all, Actors.Known actors, String start, String next) {
    }

    /** One of them; {@code paper} is its own writer's alone. */
    public record One(AssessmentView assessment, String name, PaperView paper, List<Names.Choice> peers, Actors.Known actors, boolean mine, Instant now, FormState form) {

        public String path() {
            return HERE + "/" + assessment.id();
        }

        /** What a judgement of a kind looks at. */
        public List<Item> items(JudgementKind kind) {
            return kind == JudgementKind.PRACTICE ? assessment.scheme().practice().items() : assessment.scheme().conduct().items();
        }
    }

    /** What a colleague is like. */
    public record Peer(PeerQuestion question, String name, FormState form) {
    }

    @Inject
    Assessments assessments;

    @Inject
    Exams exams;

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

    /** The open ones, newest first; with {@code all} the others too. */
    @GET
    @Allowed(Permission.TRAINING_READ)
    public HtmlPage list(@QueryParam("all") String all, @QueryParam("after") String after) {
        Page<AssessmentView> page = assessments.page(all == null, new PageRequest(ROWS, after));
        String here = HERE + (all == null ? "" : "?all=yes");
        return HtmlPage.of("console/assessments.jte", new View(page.items(), all != null, actors.of(page.items().stream().map(a -> "staff/" + a.staffId())), after == null ? null : here,
                page.next() == null ? null : here + (all == null ? "?" : "&") + "after=" + page.next()));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Self
    public HtmlPage show(@PathParam("id") UUID id) {
        return page(id, FormState.NONE);
    }

    private HtmlPage page(UUID id, FormState form) {
        AssessmentView a = assessments.get(id);
        boolean mine = a.staffId().equals(site.callerId());
        Actors.Known known = actors.of(Stream.concat(Stream.of("staff/" + a.staffId()), a.judgements().stream().filter(j -> j.raterId() != null).map(j -> "staff/" + j.raterId())));
        List<Names.Choice> peers = site.may("training.manage") ? colleagues.choices().stream().filter(c -> !c.key().equals(a.staffId().toString())
                && a.judgements().stream().noneMatch(j -> j.kind() == JudgementKind.PEER && c.key().equals(String.valueOf(j.raterId())))).toList() : List.of();
        PaperView paper = mine ? exams.own().stream().filter(p -> p.assessmentId().equals(id)).findFirst().orElse(null) : null;
        return HtmlPage.of("console/assessment.jte", new One(a, known.name("staff/" + a.staffId()), paper, peers, known, mine, names.now(), form));
    }

    /** Judges practice or conduct. */
    @POST
    @Path("/{id}/judgements")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response judge(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        String kind = Forms.isOneOf(Forms.text(form, "kind"), "practice", "conduct") ? Forms.text(form, "kind") : "practice";
        return doing(id, kind, form, () -> assessments.judge(id, new JudgementDraft(JudgementKind.of(kind), Forms.marks(form), Forms.orNull(form, "words"), null)));
    }

    /** Asks a colleague. */
    @POST
    @Path("/{id}/peers")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response ask(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "ask", form, () -> assessments.ask(id, Ids.parse(Forms.orNull(form, "staffId")).orElseThrow(() -> Problem.invalid(new FieldError("/staffId", "field.required")))));
    }

    /** Does not go on with it. */
    @POST
    @Path("/{id}/end")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response giveUp(@PathParam("id") UUID id) {
        return doing(id, "end", null, () -> assessments.giveUp(id));
    }

    /** Does not agree. */
    @POST
    @Path("/{id}/appeal")
    @Self
    public Response appeal(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "appeal", form, () -> assessments.appeal(id, Forms.text(form, "words")));
    }

    /** Decides that. */
    @POST
    @Path("/{id}/appeal-decision")
    @Allowed(Permission.TRAINING_MANAGE)
    public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "decide", form, () -> assessments.decide(id, new AppealDecision(Forms.text(form, "answer"), Forms.yes(form, "changes"), Forms.percent(form, "theory"), Forms.percent(form, "practice"), Forms.percent(form, "conduct"))));
    }

    private Response doing(UUID id, String name, MultivaluedMap<String, String> form, Runnable deed) {
        return Forms.done(deed, HERE + "/" + id, refused -> page(id, FormState.refused(name, form, refused, language.messages())));
    }

    /** Begins the paper. */
    @POST
    @Path("/{id}/paper")
    @Self
    public Response begin(@PathParam("id") UUID id) {
        try {
            PaperView paper = exams.begin(id);
            return Response.seeOther(Redirects.inside("/console/training/papers/" + paper.id() + "?seat=" + paper.seat())).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(id, FormState.refused("paper", null, refused, language.messages()))).build();
        }
    }

    /** What a colleague is like: who was asked sees nothing else of it. */
    @GET
    @Path("/{id}/peer")
    @Self
    public HtmlPage peer(@PathParam("id") UUID id) {
        return peer(id, FormState.NONE);
    }

    private HtmlPage peer(UUID id, FormState form) {
        PeerQuestion question = assessments.questions().stream().filter(q -> q.assessmentId().equals(id)).findFirst().orElseThrow(Problem::notFound);
        return HtmlPage.of("console/peer.jte", new Peer(question, actors.of(Stream.of("staff/" + question.staffId())).name("staff/" + question.staffId()), form));
    }

    /** Says it. */
    @POST
    @Path("/{id}/peer")
    @Self
    public Response hear(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> assessments.answer(id, Forms.marks(form), Forms.orNull(form, "words")), "/console/training", refused -> peer(id, FormState.refused("peer", form, refused, language.messages())));
    }
}
