package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.roster.DutyRule;
import dev.pledgedesk.roster.RosterProposals;
import dev.pledgedesk.roster.Rosters;
import dev.pledgedesk.roster.RunState;
import dev.pledgedesk.roster.RunView;
import dev.pledgedesk.roster.ShiftDraft;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.RosterSection.Rules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rosters that a solver proposes: asked for, watched, looked at, made the roster. */
@RequestScoped
@Path("/console/roster/proposals")
public class ProposalPages implements PageResource {

    private static final String HERE = "/console/roster/proposals";
    private static final int ROWS = 20;

    /** Those that there are, and a new one. */
    public record View(List<RunView> rows, String tomorrow, String start, String next, FormState form) {
    }

    /** Somebody's shifts in a proposal. */
    public record Person(UUID id, List<ShiftDraft> shifts) {
    }

    /** One of them. */
    public record One(RunView run, List<Person> people, Rules rules, Map<String, String> labels, Actors.Known actors, Locale locale, FormState form) {

        public String path() {
            return HERE + "/" + run.id();
        }

        public boolean running() {
            return run.state() == RunState.WAITING || run.state() == RunState.RUNNING;
        }

        /** What a shift and a post are called. */
        public String place(String shift, String post) {
            return labels.getOrDefault(shift, shift) + " · " + labels.getOrDefault("post " + post, post);
        }

        public String day(LocalDate day) {
            return RosterPages.day(day, locale);
        }

        /** The number of a rule; null for one that has none. */
        public Integer limit(DutyRule rule) {
            return switch (rule) {
                case REST -> rules.rest();
                case DAYS_IN_A_ROW -> rules.daysInARow();
                case HOURS_A_WEEK -> rules.hoursAWeek();
                default -> null;
            };
        }
    }

    @Inject
    RosterProposals proposals;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** Newest first. */
    @GET
    @Allowed(Permission.ROSTER_MANAGE)
    public HtmlPage list(@QueryParam("after") String after) {
        return list(after, FormState.NONE);
    }

    private HtmlPage list(String after, FormState form) {
        Page<RunView> page = proposals.page(new PageRequest(ROWS, after));
        return HtmlPage.of("console/proposals.jte", new View(page.items(), names.now().atZone(site.zone()).toLocalDate().plusDays(1).toString(), after == null ? null : HERE,
                page.next() == null ? null : HERE + "?after=" + page.next(), form));
    }

    /** Asks for one. */
    @POST
    @Allowed(Permission.ROSTER_MANAGE)
    public Response start(MultivaluedMap<String, String> form) {
        try {
            String days = Forms.text(form, "days");
            LocalDate from = Forms.day("from", Forms.text(form, "from"), 0, site.zone()).atZone(site.zone()).toLocalDate();
            return Response.seeOther(Redirects.inside(HERE + "/" + proposals.start(from, days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0).id())).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(list(null, FormState.refused("start", form, refused, language.messages()))).build();
        }
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.ROSTER_MANAGE)
    public HtmlPage show(@PathParam("id") UUID id) {
        return HtmlPage.of("console/proposal.jte", one(id, FormState.NONE));
    }

    private One one(UUID id, FormState form) {
        RunView run = proposals.get(id);
        RosterSection section = site.config().roster();
        Map<String, String> labels = new HashMap<>();
        section.shifts().forEach(s -> labels.put(s.key(), site.text(s.name())));
        section.posts().forEach(p -> labels.put("post " + p.key(), site.text(p.name())));
        List<Person> people = run.proposal().stream().collect(Collectors.groupingBy(ShiftDraft::staffId, LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(e -> new Person(e.getKey(), e.getValue().stream().sorted(Comparator.comparing(ShiftDraft::day)).toList())).sorted(Comparator.comparing((Person p) -> p.shifts().size()).reversed()).toList();
        return new One(run, people, section.rules(), labels, actors.of(people.stream().map(p -> "staff/" + p.id())), site.locale(), form);
    }

    /** How far it is; once it has ended, the page that asks is loaded anew. */
    @GET
    @Path("/{id}/state")
    @Allowed(Permission.ROSTER_MANAGE)
    public Response state(@PathParam("id") UUID id) {
        One one = one(id, FormState.NONE);
        Response.ResponseBuilder answer = Response.ok(HtmlPage.of("console/proposal-state.jte", one));
        return (one.running() ? answer : answer.header("HX-Refresh", "true")).build();
    }

    /** Makes the roster of it. */
    @POST
    @Path("/{id}/application")
    @Allowed(Permission.ROSTER_MANAGE)
    public Response apply(@PathParam("id") UUID id) {
        return doing(id, () -> proposals.apply(id));
    }

    /** Nobody waits for it any more. */
    @POST
    @Path("/{id}/cancellation")
    @Allowed(Permission.ROSTER_MANAGE)
    public Response cancel(@PathParam("id") UUID id) {
        return doing(id, () -> proposals.cancel(id));
    }

    private Response doing(UUID id, Runnable deed) {
        return Forms.done(deed, HERE + "/" + id, refused -> HtmlPage.of("console/proposal.jte", one(id, FormState.refused("run", null, refused, language.messages()))));
    }
}
