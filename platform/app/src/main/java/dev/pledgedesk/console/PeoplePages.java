package dev.pledgedesk.console;

import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.ErasureCause;
import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
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
import java.util.UUID;

/** Customers as persons with rights, for the privacy officer: finding one for a stated purpose, keeping his data for a lawsuit, forgetting him. */
@RequestScoped
@Path("/console/privacy/people")
public class PeoplePages implements PageResource {

    private static final int ROWS = 50;
    private static final int LONGEST_REASON = 500;
    private static final int SHORTEST_REASON = 3;

    /**
     * Who was looked for, and who was forgotten.
     *
     * @param found who has the contact; null before it was looked for
     * @param next  where the next page of proofs begins, null on the last
     */
    public record View(FormState form, List<CustomerView> found, List<Erasures.Erasure> erasures, String next, boolean first) {
    }

    /** One person. */
    public record Person(UUID id, CustomerName name, List<Erasures.Hold> holds, FormState form) {

        /** The causes that can be chosen. */
        public List<String> causes() {
            return ErasureCause.choices().stream().map(ErasureCause::key).toList();
        }

        public boolean isOnHold() {
            return holds.stream().anyMatch(h -> h.liftedAt() == null);
        }
    }

    @Inject
    Customers customers;

    @Inject
    Erasures erasures;

    @Inject
    RequestLanguage language;

    /** The form to find somebody and the proofs of those who were forgotten. */
    @GET
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage show(@QueryParam("after") String after) {
        return page(FormState.NONE, null, after);
    }

    /** Finds by contact; the journal notes each person who is shown, with the purpose. */
    @POST
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response find(MultivaluedMap<String, String> form) {
        try {
            String purpose = reason(form, "purpose");
            return Response.ok(page(new FormState("find", Forms.values(form), Map.of(), false), customers.byContact(Forms.text(form, "contact"), purpose), null)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(FormState.refused("find", form, refused, language.messages()), null, null)).build();
        }
    }

    /** One person, without contacts. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage person(@PathParam("id") UUID id) {
        return person(id, FormState.NONE);
    }

    /** Places a hold. */
    @POST
    @Path("/{id}/holds")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response hold(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return done(id, "hold", form, () -> erasures.place(id, reason(form, "reason")));
    }

    /** Lifts a hold. */
    @POST
    @Path("/{id}/holds/{hold}/lift")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response lift(@PathParam("id") UUID id, @PathParam("hold") UUID hold) {
        erasures.lift(id, hold);
        return back("/" + id);
    }

    /** Forgets the person; only with the tick that says that it cannot be undone. */
    @POST
    @Path("/{id}/erasure")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response erase(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return done(id, "erasure", form, () -> {
            if (Forms.text(form, "sure").isEmpty()) {
                throw Problem.invalid(new FieldError("/sure", "console.people.tick"));
            }
            erasures.erase(id, ErasureCause.of(Forms.text(form, "cause")));
        });
    }

    private Response done(UUID id, String name, MultivaluedMap<String, String> form, Runnable what) {
        try {
            what.run();
            return back("/" + id);
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(person(id, FormState.refused(name, form, refused, language.messages()))).build();
        }
    }

    private static String reason(MultivaluedMap<String, String> form, String field) {
        String text = Forms.text(form, field);
        if (text.length() < SHORTEST_REASON || text.length() > LONGEST_REASON) {
            throw Problem.invalid(new FieldError("/" + field, "field.length", SHORTEST_REASON, LONGEST_REASON));
        }
        return text;
    }

    private static Response back(String where) {
        return Response.seeOther(Redirects.inside("/console/privacy/people" + where)).build();
    }

    private HtmlPage page(FormState form, List<CustomerView> found, String after) {
        var proofs = erasures.page(new PageRequest(ROWS, after));
        return HtmlPage.of("console/people.jte", new View(form, found, proofs.items(), proofs.next(), after == null));
    }

    private HtmlPage person(UUID id, FormState form) {
        List<Erasures.Hold> holds = erasures.holds(id);
        return HtmlPage.of("console/person.jte", new Person(id, customers.names(List.of(id)).get(id), holds, form));
    }
}
