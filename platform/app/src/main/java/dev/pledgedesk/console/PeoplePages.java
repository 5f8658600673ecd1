package dev.pledgedesk.console;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.DataRequestKind;
import dev.pledgedesk.identity.DataRequests;
import dev.pledgedesk.identity.ErasureCause;
import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.tenancy.PrivacySection;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
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

/** Customers as persons with rights, for the privacy officer: finding one, opening his contacts, taking down what he asks for, keeping his data for a lawsuit, forgetting him. */
@RequestScoped
@Path("/console/privacy/people")
public class PeoplePages implements PageResource {

    private static final int ROWS = 50;
    private static final int READINGS = 20;

    /**
     * Who was looked for, and who was forgotten.
     *
     * @param found who has the contact; null before it was looked for
     * @param next  where the next page of proofs begins, null on the last
     */
    public record View(FormState form, List<CustomerView> found, List<Erasures.Erasure> erasures, String next, boolean first) {
    }

    /**
     * One person.
     *
     * @param customer with contacts that are masked, or in clear after they were opened
     * @param open     whether they are in clear
     * @param readings the last ones
     * @param notices  that can be taken down
     */
    public record Person(CustomerView customer, boolean open, List<Erasures.Hold> holds, List<DataRequests.DataRequest> requests, List<Readings.Reading> readings,
            List<Consents.Entry> consents, List<PrivacySection.Consent> notices, Actors.Known actors, Instant now, FormState form) {

        public UUID id() {
            return customer.id();
        }

        /** For what contacts can be opened here. */
        public List<String> purposes() {
            return List.of(ReadingPurpose.DUTY.key(), ReadingPurpose.BREAK_GLASS.key());
        }

        /** What can be asked for. */
        public List<String> kinds() {
            return List.of(DataRequestKind.values()).stream().map(DataRequestKind::key).toList();
        }

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
    DataRequests requests;

    @Inject
    Readings readings;

    @Inject
    Consents consents;

    @Inject
    Tenants tenants;

    @Inject
    Actors actors;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    @Inject
    RequestLanguage language;

    /** The form to find somebody and the proofs of those who were forgotten. */
    @GET
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage show(@QueryParam("after") String after) {
        return page(FormState.NONE, null, after);
    }

    /** Finds by contact; whoever is found is shown masked. */
    @POST
    @Allowed(Permission.CUSTOMER_READ)
    public Response find(MultivaluedMap<String, String> form) {
        caller.require(Permission.PRIVACY_READ);
        try {
            return Response.ok(page(new FormState("find", Forms.values(form), Map.of(), false), customers.find(Forms.text(form, "contact")), null)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(FormState.refused("find", form, refused, language.messages()), null, null)).build();
        }
    }

    /** One person, masked. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage person(@PathParam("id") UUID id) {
        return person(id, null, FormState.NONE);
    }

    /** Opens his contacts for a reason that is stated. */
    @POST
    @Path("/{id}/contacts")
    @Allowed(Permission.CUSTOMER_READ)
    public Response contacts(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        // Before they are opened: nobody must seem to have seen what could not be shown.
        caller.require(Permission.PRIVACY_READ);
        try {
            CustomerView open = readings.open(id, new Readings.Why(ReadingPurpose.of(Forms.text(form, "purpose")), null, Forms.text(form, "reason")));
            return Response.ok(person(id, open, FormState.NONE)).build();
        } catch (Problem refused) {
            return refused(id, "contacts", form, refused);
        }
    }

    /** Takes down what he has asked for elsewhere. */
    @POST
    @Path("/{id}/requests")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response takeDown(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return done(id, "request", form, () -> requests.takeDown(id, DataRequestKind.of(Forms.text(form, "kind")), Forms.orNull(form, "wish"), Forms.text(form, "identityCheck")));
    }

    /** Takes down that he has consented to something, or taken it back. */
    @POST
    @Path("/{id}/consents")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response consent(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return done(id, "consent", form, () -> {
            String said = Forms.text(form, "given");
            if (!Forms.isOneOf(said, "yes", "no")) {
                throw Problem.invalid(new FieldError("/given", "field.required"));
            }
            consents.takeDown(id, Forms.text(form, "notice"), said.equals("yes"), Forms.text(form, "how"));
        });
    }

    /** Lets his data be used again. */
    @POST
    @Path("/{id}/restriction/lift")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response liftRestriction(@PathParam("id") UUID id) {
        requests.liftRestriction(id);
        return back("/" + id);
    }

    /** Places a hold. */
    @POST
    @Path("/{id}/holds")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response hold(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return done(id, "hold", form, () -> erasures.place(id, Forms.sentence(form, "reason")));
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
            return refused(id, name, form, refused);
        }
    }

    private Response refused(UUID id, String name, MultivaluedMap<String, String> form, Problem refused) {
        int code = Forms.status(refused);
        return Response.status(code).entity(person(id, null, FormState.refused(name, form, refused, language.messages()))).build();
    }

    private static Response back(String where) {
        return Response.seeOther(Redirects.inside("/console/privacy/people" + where)).build();
    }

    private HtmlPage page(FormState form, List<CustomerView> found, String after) {
        var proofs = erasures.page(new PageRequest(ROWS, after));
        return HtmlPage.of("console/people.jte", new View(form, found, proofs.items(), proofs.next(), after == null));
    }

    private CustomerView masked(UUID id) {
        CustomerView masked = customers.masked(id);
        return caller.may(Permission.CUSTOMER_READ) ? masked : masked.withoutContacts();
    }

    private HtmlPage person(UUID id, CustomerView open, FormState form) {
        CustomerView customer = open != null ? open : masked(id);
        List<Consents.Entry> given = consents.of(id);
        List<Readings.Reading> opened = readings.page(new Readings.Filter(id, null, null, null, null), PageRequest.first(READINGS)).items();
        return HtmlPage.of("console/person.jte", new Person(customer, open != null, erasures.holds(id), requests.page(false, id, PageRequest.first(READINGS)).items(), opened,
                given, tenants.config().consents(), actors.of(Stream.concat(opened.stream().map(Readings.Reading::reader), given.stream().map(Consents.Entry::recordedBy))), clock.now(), form));
    }
}
