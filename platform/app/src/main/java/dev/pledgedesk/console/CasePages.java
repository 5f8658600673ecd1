package dev.pledgedesk.console;

import dev.pledgedesk.complaint.CaseView;
import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.promise.Promises;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What one's department is asked about complaints, and nothing else of them. */
@RequestScoped
@Path("/console/cases")
public class CasePages implements PageResource {

    private static final int ROWS = 50;
    private static final String HERE = "/console/cases";

    /** The list; {@code due} by case. */
    public record View(List<CaseView> rows, boolean all, Map<UUID, Instant> due, Names names, Instant now, String start, String next) {
    }

    /** One of them; due is null where no time runs. */
    public record One(CaseView asked, Instant due, Actors.Known actors, Names names, Instant now, FormState form) {
    }

    @Inject
    ComplaintDesk complaints;

    @Inject
    Promises promises;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    RequestLanguage language;

    /** The open ones, newest first; with {@code all} the others too. */
    @GET
    @Allowed(Permission.COMPLAINT_ANSWER)
    public HtmlPage list(@QueryParam("all") String all, @QueryParam("after") String after) {
        Page<CaseView> page = complaints.cases(all == null, new PageRequest(ROWS, after));
        String here = HERE + (all == null ? "" : "?all=yes");
        return HtmlPage.of("console/cases.jte", new View(page.items(), all != null, promises.nextDue(page.items().stream().map(CaseView::id).toList()), names, names.now(),
                after == null ? null : here, page.next() == null ? null : here + (all == null ? "?" : "&") + "after=" + page.next()));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.COMPLAINT_ANSWER)
    public HtmlPage show(@PathParam("id") UUID id) {
        return page(id, FormState.NONE);
    }

    /** Gives the department's opinion. */
    @POST
    @Path("/{id}/opinion")
    @Allowed(Permission.COMPLAINT_ANSWER)
    public Response answer(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> complaints.answer(id, Forms.text(form, "opinion")), HERE + "/" + id, refused -> page(id, FormState.refused("opinion", form, refused, language.messages())));
    }

    private HtmlPage page(UUID id, FormState form) {
        CaseView asked = complaints.getCase(id);
        return HtmlPage.of("console/case.jte", new One(asked, promises.nextDue(List.of(id)).get(id), actors.of(Stream.ofNullable(asked.by())), names, names.now(), form));
    }
}
