package dev.pledgedesk.console;

import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.DataRequests;
import dev.pledgedesk.identity.DataRequests.DataRequest;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
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

/** What persons ask for, with its deadline, and the decision. */
@RequestScoped
@Path("/console/privacy/requests")
public class DataRequestPages implements PageResource {

    private static final int ROWS = 50;
    private static final String HERE = "/console/privacy/requests";

    /**
     * The list.
     *
     * @param all whether decided ones are shown too
     */
    public record View(List<DataRequest> rows, boolean all, Map<UUID, CustomerName> customers, Instant now, String start, String next) {

        /** Who asks. */
        public String customer(DataRequest request) {
            return customers.get(request.customerId()).text();
        }
    }

    /**
     * One request.
     *
     * @param contacts who asks, in clear; null before they were opened
     */
    public record One(DataRequest request, CustomerName customer, CustomerView contacts, Actors.Known actors, List<ClockLine> clocks, Instant now, FormState form) {
    }

    @Inject
    DataRequests requests;

    @Inject
    Readings readings;

    @Inject
    Customers customers;

    @Inject
    Actors actors;

    @Inject
    Promises promises;

    @Inject
    ClockLines clocks;

    @Inject
    RequestLanguage language;

    @Inject
    DeskClock clock;

    /** Those that wait, newest first; with {@code all} the others too. */
    @GET
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage list(@QueryParam("all") String all, @QueryParam("after") String after) {
        Page<DataRequest> page = requests.page(all == null, null, new PageRequest(ROWS, after));
        String here = HERE + (all == null ? "" : "?all=yes");
        return HtmlPage.of("console/requests.jte", new View(page.items(), all != null, customers.names(page.items().stream().map(DataRequest::customerId).toList()), clock.now(),
                after == null ? null : here, page.next() == null ? null : here + (all == null ? "?" : "&") + "after=" + page.next()));
    }

    /** One request. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage show(@PathParam("id") UUID id) {
        return page(id, null, FormState.NONE);
    }

    /** Opens the contacts of who asks, for this request. */
    @POST
    @Path("/{id}/contacts")
    @Allowed(Permission.CUSTOMER_READ)
    public Response contacts(@PathParam("id") UUID id) {
        try {
            CustomerView contacts = readings.open(requests.get(id).customerId(), new Readings.Why(ReadingPurpose.REQUEST, id, null));
            return Response.ok(page(id, contacts, FormState.NONE)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(id, null, FormState.refused("contacts", null, refused, language.messages()))).build();
        }
    }

    /** Grants or refuses it. */
    @POST
    @Path("/{id}/decision")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        try {
            String decision = Forms.text(form, "decision");
            if (!Forms.isOneOf(decision, "granted", "refused")) {
                throw Problem.invalid(new FieldError("/decision", "field.required"));
            }
            requests.decide(id, decision.equals("granted"), Forms.text(form, "reason"));
            return Response.seeOther(Redirects.inside(HERE + "/" + id)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(id, null, FormState.refused("decision", form, refused, language.messages()))).build();
        }
    }

    private HtmlPage page(UUID id, CustomerView contacts, FormState form) {
        DataRequest request = requests.get(id);
        Actors.Known known = actors.of(Stream.of(request.filedBy(), request.decision() == null ? "" : request.decision().by(),
                request.appealDecision() == null ? "" : request.appealDecision().by()));
        return HtmlPage.of("console/request.jte", new One(request, customers.names(List.of(request.customerId())).get(request.customerId()), contacts, known, clocks.of(promises.ofDataRequest(id)), clock.now(), form));
    }
}
