package dev.pledgedesk.console;

import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Ids;
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
import dev.pledgedesk.quality.CorrectiveActions.Entry;
import dev.pledgedesk.tenancy.RequestLanguage;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why complaints come about, and what is done about it until its effect is known. */
@RequestScoped
@Path("/console/quality")
public class QualityPages implements PageResource {

    private static final int ROWS = 50;
    private static final int DAYS = 30;
    private static final String HERE = "/console/quality";

    /**
     * Causes and actions.
     *
     * @param causes    what each cause is called
     * @param complaint that a new action is opened for; null for none
     * @param evaluation that a new action is opened for; null for none
     * @param cause     that is chosen in its form; empty for none
     */
    public record View(List<ComplaintDesk.CauseCount> counts, Map<String, String> causes, List<Action> rows, boolean all, int days, List<Names.Choice> owners, String complaint, String evaluation, String cause,
            Actors.Known actors, Instant now, String start, String next, FormState form) {
    }

    /** One action; {@code count} is of its cause. */
    public record One(Action action, String cause, ComplaintDesk.CauseCount count, int days, List<ClockLine> clocks, Actors.Known actors, Instant now, boolean mine, FormState form) {

        public String path() {
            return HERE + "/" + action.id();
        }
    }

    @Inject
    CorrectiveActions actions;

    @Inject
    ComplaintDesk complaints;

    @Inject
    ClockLines clocks;

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

    /** Causes counted, and actions, newest first; with {@code all} those that were effective, too. */
    @GET
    @Allowed(Permission.QUALITY_READ)
    public HtmlPage list(@QueryParam("all") String all, @QueryParam("after") String after, @QueryParam("complaint") UUID complaint, @QueryParam("evaluation") UUID evaluation,
            @QueryParam("cause") String cause) {
        return list(all, after, complaint == null ? null : complaint.toString(), evaluation == null ? null : evaluation.toString(), cause == null ? "" : cause, FormState.NONE);
    }

    private HtmlPage list(String all, String after, String complaint, String evaluation, String cause, FormState form) {
        Page<Action> page = actions.page(all == null, new PageRequest(ROWS, after));
        String here = HERE + (all == null ? "" : "?all=yes");
        return HtmlPage.of("console/quality.jte", new View(complaints.causes(DAYS), causes(), page.items(), all != null, DAYS, staff.holding(Permission.QUALITY_READ).stream().map(m -> new Names.Choice(m.id().toString(), m.name())).toList(), complaint, evaluation, cause,
                actors.of(page.items().stream().map(a -> "staff/" + a.ownerId())), names.now(), after == null ? null : here,
                page.next() == null ? null : here + (all == null ? "?" : "&") + "after=" + page.next(), form));
    }

    private Map<String, String> causes() {
        return site.config().causes().stream().collect(Collectors.toMap(c -> c.key(), c -> site.text(c.name()), (a, b) -> a, LinkedHashMap::new));
    }

    /** Opens an action. */
    @POST
    @Allowed(Permission.QUALITY_MANAGE)
    public Response open(MultivaluedMap<String, String> form) {
        try {
            Action opened = actions.open(new CorrectiveActions.Draft(Forms.text(form, "cause"), Forms.text(form, "title"), Forms.text(form, "plan"), Ids.parse(Forms.orNull(form, "ownerId")).orElse(null),
                    endOf(form, "dueAt"), endOf(form, "checkAt"), Ids.parse(Forms.orNull(form, "complaint")).orElse(null), Ids.parse(Forms.orNull(form, "evaluation")).orElse(null)));
            return Response.seeOther(Redirects.inside(HERE + "/" + opened.id())).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(list(null, null, Forms.orNull(form, "complaint"), Forms.orNull(form, "evaluation"), "", FormState.refused("open", form, refused, language.messages()))).build();
        }
    }

    /** One action. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.QUALITY_READ)
    public HtmlPage show(@PathParam("id") UUID id) {
        return page(id, FormState.NONE);
    }

    /** It was done. */
    @POST
    @Path("/{id}/result")
    @Allowed(Permission.QUALITY_READ)
    public Response done(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "result", form, f -> actions.done(id, Forms.text(f, "result")));
    }

    /** Its effect is known. */
    @POST
    @Path("/{id}/effect")
    @Allowed(Permission.QUALITY_MANAGE)
    public Response check(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "effect", form, f -> {
            boolean effective = Forms.yes(f, "effective");
            actions.check(id, effective, Forms.text(f, "words"), endOf(f, "nextDueAt"), endOf(f, "nextCheckAt"));
        });
    }

    private Response doing(UUID id, String name, MultivaluedMap<String, String> form, Consumer<MultivaluedMap<String, String>> deed) {
        return Forms.done(() -> deed.accept(form), HERE + "/" + id, refused -> page(id, FormState.refused(name, form, refused, language.messages())));
    }

    /** When the day of a field ends; null if none is given. */
    private Instant endOf(MultivaluedMap<String, String> form, String name) {
        String day = Forms.orNull(form, name);
        return day == null ? null : Forms.day(name, day, 1, site.zone()).minusMillis(1);
    }

    private HtmlPage page(UUID id, FormState form) {
        Action a = actions.get(id);
        Actors.Known known = actors.of(Stream.concat(Stream.of("staff/" + a.ownerId(), a.openedBy()), a.entries().stream().map(Entry::actor)));
        return HtmlPage.of("console/quality-action.jte", new One(a, causes().getOrDefault(a.cause(), a.cause()), complaints.causes(DAYS).stream().filter(c -> c.cause().equals(a.cause())).findFirst().orElse(null),
                DAYS, clocks.of(actions.clocks(id)), known, names.now(), a.ownerId().equals(site.callerId()) || site.may("quality.manage"), form));
    }
}
