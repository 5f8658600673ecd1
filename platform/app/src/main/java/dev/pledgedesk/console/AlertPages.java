package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.privacy.Alerts;
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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What the privacy officer is to look at. Over REST: {@code listPrivacyAlerts}, {@code reviewPrivacyAlert}. */
@RequestScoped
@Path("/console/privacy/alerts")
public class AlertPages implements PageResource {

    private static final int ROWS = 50;
    private static final String HERE = "/console/privacy/alerts";

    /**
     * The page.
     *
     * @param all   whether reviewed ones are shown too
     * @param after where the page begins, null for the start
     * @param form a review that was refused; its name is the alert's id
     */
    public record View(List<Alerts.Alert> rows, boolean all, String after, Map<UUID, CustomerName> customers, Actors.Known actors, FormState form, String start, String next) {

        /** Whether the form that was refused belongs to an alert that is not here any more. */
        public boolean isElsewhere() {
            return !form.form().isEmpty() && rows.stream().noneMatch(a -> a.reviewedAt() == null && form.is(a.id().toString()));
        }

        /** Whom it is about; null where it is about many. */
        public String customer(Alerts.Alert alert) {
            return alert.cause().customerId() == null ? null : customers.get(alert.cause().customerId()).text();
        }
    }

    @Inject
    Alerts alerts;

    @Inject
    Customers customers;

    @Inject
    Actors actors;

    @Inject
    Caller caller;

    @Inject
    RequestLanguage language;

    /** Those that wait, newest first; with {@code all} the others too. */
    @GET
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage list(@QueryParam("all") String all, @QueryParam("after") String after) {
        return page(all != null, after, FormState.NONE);
    }

    /** Notes what came of one. */
    @POST
    @Path("/{id}/review")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response review(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        try {
            alerts.review(id, caller.actor(), caller.id(), Forms.sentence(form, "note"));
            return Response.seeOther(Redirects.inside(HERE)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(!Forms.text(form, "all").isEmpty(), Forms.orNull(form, "after"), FormState.refused(id.toString(), form, refused, language.messages()))).build();
        }
    }

    private HtmlPage page(boolean all, String after, FormState form) {
        Page<Alerts.Alert> page = alerts.page(!all, new PageRequest(ROWS, after));
        String here = HERE + (all ? "?all=yes" : "");
        return HtmlPage.of("console/alerts.jte", new View(page.items(), all, after, customers.names(page.items().stream().map(a -> a.cause().customerId()).filter(Objects::nonNull).toList()),
                actors.of(page.items().stream().flatMap(a -> Stream.of(a.cause().actor(), a.reviewedBy()))), form, after == null ? null : here,
                page.next() == null ? null : here + (all ? "&" : "?") + "after=" + page.next()));
    }
}
