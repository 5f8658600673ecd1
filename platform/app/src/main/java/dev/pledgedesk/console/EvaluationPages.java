package dev.pledgedesk.console;

import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Estimate;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.quality.CorrectiveActions;
import dev.pledgedesk.quality.CorrectiveActions.Action;
import dev.pledgedesk.quality.EvaluationReport;
import dev.pledgedesk.quality.Evaluations;
import dev.pledgedesk.quality.Evaluations.Answer;
import dev.pledgedesk.quality.Evaluations.Run;
import dev.pledgedesk.quality.Evaluations.State;
import dev.pledgedesk.tenancy.QualitySection.Method;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TrainingSection.Item;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Evaluations of service: begun, asked and looked at, reported, and what follows. */
@RequestScoped
@Path("/console/quality/evaluations")
public class EvaluationPages implements PageResource {

    private static final String HERE = "/console/quality/evaluations";
    private static final int ROWS = 50;

    /** Evaluations, newest first. */
    public record View(List<Run> rows, List<Names.Choice> standards, String day, Instant now, String start, String next, FormState form) {
    }

    /** One of them. */
    public record One(Run run, List<Answer> tasks, String moreTasks, List<Answer> said, String moreSaid, List<Action> actions, List<ClockLine> clocks, Actors.Known actors, Names names, Instant now, FormState form) {

        public String path() {
            return HERE + "/" + run.id();
        }

        /** Where the total stands to the aim: {@code above}, {@code below} or {@code near}; null without one of both. */
        public String verdict() {
            return EvaluationPages.verdict(run);
        }

        /** What was said of an item. */
        public Estimate score(Part part, Item item) {
            return run.report().part(part.key()).items().stream().filter(s -> s.key().equals(item.key())).findFirst().map(EvaluationReport.ItemScore::score).orElse(null);
        }
    }

    /** One of those that are asked or looked at; contacts are null until they were opened. */
    public record OneAnswer(Answer answer, Run run, boolean mayDo, CustomerView contacts, Actors.Known actors, Names names, FormState form) {

        public String path() {
            return HERE + "/answers/" + answer.id();
        }
    }

    @Inject
    Evaluations evaluations;

    @Inject
    CorrectiveActions actions;

    @Inject
    Readings readings;

    @Inject
    ClockLines clocks;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** Where a total stands to its aim, by its bounds; null without one of both, and while something is missing. */
    public static String verdict(Run run) {
        Estimate total = run.report().total();
        Integer aim = run.standard().aim();
        if (total == null || aim == null || !total.bounded() || run.isOpen() || !run.report().parts().stream().allMatch(EvaluationReport.Part::counts)) {
            return null;
        }
        return total.low() >= aim ? "above" : total.high() < aim ? "below" : "near";
    }

    /** All of them, newest first. */
    @GET
    @Allowed(Permission.QUALITY_READ)
    public HtmlPage list(@QueryParam("after") String after) {
        return list(after, FormState.NONE);
    }

    private HtmlPage list(String after, FormState form) {
        Page<Run> page = evaluations.page(new PageRequest(ROWS, after));
        return HtmlPage.of("console/evaluations.jte", new View(page.items(), site.config().qualitySaid().standards().stream().map(s -> new Names.Choice(s.key(), site.text(s.name()))).toList(),
                ended().toString(), names.now(), after == null ? null : HERE, page.next() == null ? null : HERE + "?after=" + page.next(), form));
    }

    /** A day of the last time that is over, by the first standard there is. */
    private LocalDate ended() {
        LocalDate today = names.now().atZone(site.zone()).toLocalDate();
        return site.config().qualitySaid().standards().stream().findFirst().map(s -> s.every().first(today).minusDays(1)).orElse(today);
    }

    /** Begins one. */
    @POST
    @Allowed(Permission.QUALITY_MANAGE)
    public Response begin(MultivaluedMap<String, String> form) {
        try {
            Run begun = evaluations.begin(Forms.text(form, "standard"), Forms.day("day", Forms.text(form, "day"), 0, site.zone()).atZone(site.zone()).toLocalDate());
            return Response.seeOther(Redirects.inside(HERE + "/" + begun.id())).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(list(null, FormState.refused("begin", form, refused, language.messages()))).build();
        }
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.QUALITY_READ)
    public HtmlPage show(@PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("said") String said) {
        return page(id, after, said, FormState.NONE);
    }

    private HtmlPage page(UUID id, String after, String saidAfter, FormState form) {
        Run run = evaluations.get(id);
        Page<Answer> tasks = run.isOpen() ? evaluations.answers(id, true, new PageRequest(ROWS, after)) : Page.of(List.of(), ROWS, a -> "");
        Page<Answer> said = evaluations.answered(id, new PageRequest(ROWS, saidAfter));
        return HtmlPage.of("console/evaluation.jte", new One(run, tasks.items(), tasks.next() == null ? null : HERE + "/" + id + "?after=" + tasks.next(), said.items(), said.next() == null ? null : HERE + "/" + id + "?said=" + said.next() + "#said", actions.ofEvaluation(id),
                clocks.of(evaluations.clocks(id)), actors.of(Stream.of(run.begunBy(), run.closedBy())), names, names.now(), form));
    }

    /** It is over. */
    @POST
    @Path("/{id}/closure")
    @Allowed(Permission.QUALITY_MANAGE)
    public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> evaluations.close(id, Forms.text(form, "words")), HERE + "/" + id, refused -> page(id, null, null, FormState.refused("close", form, refused, language.messages())));
    }

    /** Somebody who is called, or a team that is looked at. */
    @GET
    @Path("/answers/{id}")
    @Allowed(Permission.QUALITY_READ)
    public HtmlPage answer(@PathParam("id") UUID id) {
        return answer(id, null, FormState.NONE);
    }

    private HtmlPage answer(UUID id, CustomerView contacts, FormState form) {
        Answer a = evaluations.answer(id);
        Run run = evaluations.get(a.evaluationId());
        boolean mayDo = run.isOpen() && a.state() == State.OPEN && a.part().method() != Method.QUESTIONNAIRE && site.may("inspection.do");
        return HtmlPage.of("console/evaluation-answer.jte", new OneAnswer(a, run, mayDo, contacts, actors.of(Stream.of(a.answeredBy() == null ? run.begunBy() : a.answeredBy())), names, form));
    }

    /** Opens the contacts of the customer who is to be called. */
    @POST
    @Path("/answers/{id}/contacts")
    @Allowed(Permission.CUSTOMER_READ)
    public Response contacts(@PathParam("id") UUID id) {
        try {
            CustomerView contacts = readings.open(evaluations.answer(id).customerId(), new Readings.Why(ReadingPurpose.CALL_BACK, id, null));
            return Response.ok(answer(id, contacts, FormState.NONE)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(answer(id, null, FormState.refused("contacts", null, refused, language.messages()))).build();
        }
    }

    /** What was said or seen. */
    @POST
    @Path("/answers/{id}/result")
    @Allowed(Permission.INSPECTION_DO)
    public Response record(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> evaluations.record(id, Forms.marks(form), Forms.orNull(form, "words")), HERE + "/answers/" + id,
                refused -> answer(id, null, FormState.refused("record", form, refused, language.messages())));
    }

    /** Was not reached. */
    @POST
    @Path("/answers/{id}/missed-calls")
    @Allowed(Permission.INSPECTION_DO)
    public Response miss(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> evaluations.miss(id, Forms.text(form, "forGood").equals("yes")), HERE + "/answers/" + id, refused -> answer(id, null, FormState.refused("miss", form, refused, language.messages())));
    }
}
