package dev.pledgedesk.console;

import dev.pledgedesk.breach.Breaches;
import dev.pledgedesk.breach.Breaches.Affected;
import dev.pledgedesk.breach.Breaches.Breach;
import dev.pledgedesk.breach.Breaches.Duty;
import dev.pledgedesk.breach.Breaches.Letter;
import dev.pledgedesk.breach.Breaches.Step;
import dev.pledgedesk.breach.DutyKind;
import dev.pledgedesk.breach.DutyState;
import dev.pledgedesk.breach.PersonSource;
import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The register of leaks, and what is done about each. */
@RequestScoped
@Path("/console/privacy/breaches")
public class BreachPages implements PageResource {

    private static final int ROWS = 50;
    private static final String HERE = "/console/privacy/breaches";
    private static final int STEPS = 20;

    /** The register. */
    public record View(List<Breach> rows, Instant now, String start, String next) {

        /** The next thing that is owed; null if nothing is. */
        public Duty next(Breach breach) {
            return breach.duties().stream().filter(d -> d.state() == DutyState.OPEN).findFirst().orElse(null);
        }
    }

    /**
     * One leak.
     *
     * @param persons whose data they were, a page of them
     * @param notice  the letter to them by language, as drafted
     * @param report  the letter to an authority, as drafted
     */
    public record One(Breach breach, Page<Affected> persons, String after, Map<UUID, CustomerName> customers, List<Letter> notice, List<Letter> report, Actors.Known actors, Instant now,
            FormState form) {

        /** What a regime is called; its key if the configuration does not know it any more. */
        public String regime(Duty duty, Site site) {
            return site.config().breaches().regimes().stream().filter(r -> r.key().equals(duty.regime())).findFirst().map(r -> site.text(r.name())).orElse(duty.regime());
        }

        /** Whether a form was refused that is not there any more: somebody else was quicker. */
        public boolean isMissed() {
            return !form.form().isEmpty() && !form.is("person") && (isOver() || form.is("contain") && breach.contained() != null
                    || breach.duties().stream().anyMatch(d -> form.is(d.id().toString()) && d.state() != DutyState.OPEN));
        }

        /** What was typed into that form. */
        public String typed() {
            return Stream.of("text", "note", "customerIds").map(field -> form.values().getOrDefault(field, "")).filter(text -> !text.isEmpty()).findFirst().orElse("–");
        }

        /** Whether nothing more can be done. */
        public boolean isOver() {
            return breach.closed() != null;
        }
    }

    /** Something that is done to a leak. */
    private interface Deed {

        void on(UUID breach);
    }

    @Inject
    Breaches breaches;

    @Inject
    Customers customers;

    @Inject
    Actors actors;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    @Inject
    DeskClock clock;

    /** The register, newest first. */
    @GET
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage list(@QueryParam("after") String after) {
        Page<Breach> page = breaches.page(new PageRequest(ROWS, after));
        return HtmlPage.of("console/breaches.jte", new View(page.items(), clock.now(), after == null ? null : HERE, page.next() == null ? null : HERE + "?after=" + page.next()));
    }

    /** One leak. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage show(@PathParam("id") UUID id, @QueryParam("after") String after) {
        return page(id, after, FormState.NONE);
    }

    /** Says how it was stopped. */
    @POST
    @Path("/{id}/containment")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response contain(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "contain", form, breach -> breaches.contain(breach, Forms.text(form, "text")));
    }

    /** Says how bad it is. */
    @POST
    @Path("/{id}/assessment")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response assess(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "assess", form, breach -> breaches.assess(breach, BreachReportPages.severity(form), Forms.text(form, "text")));
    }

    /** Closes it. */
    @POST
    @Path("/{id}/closure")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "close", form, breach -> breaches.close(breach, Forms.text(form, "text")));
    }

    /** Says how something owed was done, or why not. */
    @POST
    @Path("/{id}/duties/{duty}")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response settle(@PathParam("id") UUID id, @PathParam("duty") UUID duty, MultivaluedMap<String, String> form) {
        return doing(id, duty.toString(), form, breach -> {
            String done = Forms.text(form, "done");
            if (!Forms.isOneOf(done, "yes", "no")) {
                throw Problem.invalid(new FieldError("/done", "field.required"));
            }
            breaches.settle(breach, duty, done.equals("yes"), Forms.text(form, "note"));
        });
    }

    /** Adds persons whose data have leaked. */
    @POST
    @Path("/{id}/persons")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response add(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "persons", form, breach -> {
            String source = Forms.text(form, "source");
            PersonSource from = Arrays.stream(PersonSource.values()).filter(s -> s.key().equals(source)).findFirst()
                    .orElseThrow(() -> Problem.invalid(new FieldError("/source", "field.required")));
            boolean openings = from == PersonSource.OPENINGS;
            Breaches.Search all = new Breaches.Search(from, openings ? Forms.orNull(form, "reader") : null, openings ? day(form, "from", 0) : null, openings ? day(form, "until", 1) : null,
                    from == PersonSource.NAMED ? named(form) : List.of(), null);
            Breaches.Found found = breaches.addPersons(breach, all);
            // Where there are still more the page shows how many are there, and the same form goes on.
            for (int step = 1; step < STEPS && !found.complete(); step++) {
                found = breaches.addPersons(breach, all.after(found.last()));
            }
        });
    }

    private static List<UUID> named(MultivaluedMap<String, String> form) {
        return Stream.of(Forms.text(form, "customerIds").split("[\\s,，;；]+")).filter(t -> !t.isEmpty())
                .map(t -> Ids.parse(t).orElseThrow(() -> Problem.invalid(new FieldError("/customerIds", "field.unknown-customer")))).toList();
    }

    private Instant day(MultivaluedMap<String, String> form, String name, int later) {
        String text = Forms.text(form, name);
        return text.isEmpty() ? null : Forms.day(name, text, later, site.zone());
    }

    /** Takes a person away. */
    @POST
    @Path("/{id}/persons/{customer}/removal")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response remove(@PathParam("id") UUID id, @PathParam("customer") UUID customer) {
        return doing(id, "person", null, breach -> breaches.removePerson(breach, customer));
    }

    /** Writes to everybody concerned. */
    @POST
    @Path("/{id}/notices")
    @Allowed(Permission.PRIVACY_MANAGE)
    public Response notify(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return doing(id, "notice", form, breach -> breaches.notifyPersons(breach, site.languages().stream()
                .map(tag -> new Letter(tag, Forms.text(form, "subject-" + tag), Forms.text(form, "body-" + tag))).toList()));
    }

    private Response doing(UUID id, String name, MultivaluedMap<String, String> form, Deed deed) {
        return Forms.done(() -> deed.on(id), HERE + "/" + id, refused -> page(id, null, FormState.refused(name, form, refused, language.messages())));
    }

    /** Of a case that is over no letter is written any more. */
    private List<Letter> draft(Breach breach, DutyKind kind) {
        return breach.closed() == null ? breaches.draft(breach.id(), kind) : List.of();
    }

    private HtmlPage page(UUID id, String after, FormState form) {
        Breach breach = breaches.get(id);
        Page<Affected> persons = breaches.persons(id, new PageRequest(ROWS, after));
        Stream<Step> steps = Stream.concat(Stream.of(breach.reported(), breach.contained(), breach.assessed(), breach.closed()), breach.duties().stream().map(Duty::settled));
        return HtmlPage.of("console/breach.jte", new One(breach, persons, after, customers.names(persons.items().stream().map(Affected::customerId).toList()),
                draft(breach, DutyKind.NOTICE), draft(breach, DutyKind.REPORT), actors.of(steps.map(s -> s == null ? null : s.by())), clock.now(), form));
    }
}
