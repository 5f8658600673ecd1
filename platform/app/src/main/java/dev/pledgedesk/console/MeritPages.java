package dev.pledgedesk.console;

import dev.pledgedesk.appraisal.MeritSuggestion;
import dev.pledgedesk.appraisal.MeritView;
import dev.pledgedesk.appraisal.Supervision;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.AppraisalSection.MeritRule;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Rewards and penalties: one's own, and those of others for who may see them. */
@RequestScoped
@Path("/console/supervision/merits")
public class MeritPages implements PageResource {

    static final String HERE = "/console/supervision/merits";
    private static final int ROWS = 50;

    /** Rewards and penalties. */
    public record Rewarding(List<MeritView> rows, List<MeritSuggestion> suggestions, List<MeritRule> rules, List<Names.Choice> colleagues, Actors.Known actors, String start, String next, FormState form) {
    }

    /** One of them. */
    public record OneMerit(MeritView merit, String conditions, Actors.Known actors, boolean mine, boolean myTurn, boolean mayDecideAppeal, FormState form) {

        public String path() {
            return HERE + "/" + merit.id();
        }
    }

    @Inject
    Supervision supervision;

    @Inject
    Caller caller;

    @Inject
    Colleagues colleagues;

    @Inject
    Actors actors;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** Rewards and penalties, newest first, and what the data suggest. */
    @GET
    @Allowed(Permission.APPRAISAL_READ)
    public HtmlPage merits(@QueryParam("after") String after) {
        return merits(after, FormState.NONE);
    }

    private HtmlPage merits(String after, FormState form) {
        Page<MeritView> page = supervision.merits(new PageRequest(ROWS, after));
        List<MeritSuggestion> suggestions = after == null ? supervision.suggestions() : List.of();
        return HtmlPage.of("console/merits.jte", new Rewarding(page.items(), suggestions, site.config().appraisalSaid().merits(), colleagues.choices().stream().filter(c -> !c.key().equals(site.callerId().toString())).toList(),
                actors.of(Stream.concat(page.items().stream().map(m -> "staff/" + m.staffId()), suggestions.stream().map(s -> "staff/" + s.staffId()))), after == null ? null : HERE,
                page.next() == null ? null : HERE + "?after=" + page.next(), form));
    }

    /** Proposes one. */
    @POST
    @Allowed(Permission.APPRAISAL_READ)
    public Response propose(MultivaluedMap<String, String> form) {
        return Forms.done(() -> supervision.propose(Ids.parse(Forms.orNull(form, "staffId")).orElse(site.callerId()), Forms.text(form, "rule"), Forms.text(form, "reason")), HERE,
                refused -> merits(null, FormState.refused("propose", form, refused, language.messages())));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Self
    public HtmlPage merit(@PathParam("id") UUID id) {
        return merit(id, FormState.NONE);
    }

    private HtmlPage merit(UUID id, FormState form) {
        MeritView m = supervision.merit(id);
        boolean mine = m.staffId().equals(site.callerId());
        return HtmlPage.of("console/merit.jte", new OneMerit(m, site.config().appraisalSaid().merit(m.rule()).map(r -> site.text(r.conditions())).orElse(""), actors.of(Stream.concat(Stream.of("staff/" + m.staffId(), m.proposedBy()),
                m.approvedBy().stream())), mine, !mine && m.nextApprover() != null && caller.roles().contains(m.nextApprover()) && isNew(m), !mine && isNew(m), form));
    }

    /** Whether the caller has had no part in it yet. */
    private boolean isNew(MeritView m) {
        return !m.proposedBy().equals(caller.actor()) && !m.approvedBy().contains(caller.actor());
    }

    /** What the caller says to it. */
    @POST
    @Path("/{id}/hearing")
    @Self
    public Response hear(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return rewarding(id, "hear", form, () -> supervision.hear(id, Forms.text(form, "words")));
    }

    /** Approves or refuses. */
    @POST
    @Path("/{id}/decision")
    @Allowed(Permission.APPRAISAL_READ)
    public Response decideMerit(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return rewarding(id, "decide", form, () -> supervision.decideMerit(id, Forms.yes(form, "approves"), Forms.orNull(form, "reason")));
    }

    /** Does not agree. */
    @POST
    @Path("/{id}/appeal")
    @Self
    public Response appealMerit(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return rewarding(id, "appeal", form, () -> supervision.appealMerit(id, Forms.text(form, "words")));
    }

    /** Decides that. */
    @POST
    @Path("/{id}/appeal-decision")
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Response decideMeritAppeal(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return rewarding(id, "decide-appeal", form, () -> supervision.decideMeritAppeal(id, Forms.yes(form, "lifted"), Forms.text(form, "reason")));
    }

    private Response rewarding(UUID id, String name, MultivaluedMap<String, String> form, Runnable deed) {
        return Forms.done(deed, HERE + "/" + id, refused -> merit(id, FormState.refused(name, form, refused, language.messages())));
    }
}
