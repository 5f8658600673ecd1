package dev.pledgedesk.portal;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.ConsentBoxes;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.page.UploadForm;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.PhoneNumbers;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketExtras;
import dev.pledgedesk.ticket.TicketFiling;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Filing a ticket: choosing what it is about, the form, and what is wrong with it. */
@RequestScoped
@Path("/new")
public class FilingPages implements PageResource {

    private static final int MAX_NAME = 100;
    private static final int MAX_MAIL = 254;
    private static final int MAX_PHONE = 40;

    @Inject
    TicketFiling filing;

    @Inject
    TicketExtras extras;

    @Inject
    FormFiles files;

    @Inject
    Caller caller;

    @Inject
    Site site;

    /** What a ticket can be about. */
    @GET
    @Public
    public HtmlPage choose() {
        return HtmlPage.of("portal/choose.jte", TypeTile.all(site));
    }

    /** The empty form of a type. */
    @GET
    @Public
    @Path("/{type}")
    public HtmlPage form(@PathParam("type") String type) {
        return page(type(type), Map.of(), List.of(), new FormErrors(site));
    }

    /** Files the ticket, or shows the form again with what is wrong. */
    @POST
    @Public
    @Path("/{type}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@PathParam("type") String typeKey, List<EntityPart> parts) {
        TicketType type = type(typeKey);
        UploadForm form = UploadForm.of(parts);
        FormErrors errors = new FormErrors(site);
        check(form, errors);
        List<KeptFile> kept = files.take(form, errors);
        NewTicket ticket = ticket(type, form, kept);
        try {
            filing.check(ticket);
            if (errors.isEmpty()) {
                return filed(filing.file(ticket), form);
            }
        } catch (Problem refused) {
            errors.add(refused);
        }
        Map<String, String> entered = form.startingWith("");
        return Response.status(422).entity(page(type, entered, kept, errors)).build();
    }

    /** What the contract's schema would refuse, and contacts, so that everything wrong is told at once. */
    private void check(UploadForm form, FormErrors errors) {
        notLong(form, "subject", TicketFiling.MAX_SUBJECT, errors);
        notLong(form, "description", TicketFiling.MAX_BODY, errors);
        if (!asksContact()) {
            return;
        }
        notLong(form, "requester.name", MAX_NAME, errors);
        notLong(form, "requester.email", MAX_MAIL, errors);
        notLong(form, "requester.phone", MAX_PHONE, errors);
        String email = form.text("requester.email");
        String phone = form.text("requester.phone");
        if (form.text("requester.name").isBlank()) {
            errors.add("requester.name", "field.required");
        }
        if (email.isBlank() && phone.isBlank()) {
            errors.add("requester.email", "field.contact-missing");
        }
        try {
            if (!email.isBlank()) {
                BlindIndex.mail(email, "/requester/email");
            }
            if (!phone.isBlank()) {
                PhoneNumbers.e164(phone, site.config().tenant().phoneRegion(), "/requester/phone");
            }
        } catch (Problem refused) {
            errors.add(refused);
        }
    }

    private static void notLong(UploadForm form, String field, int max, FormErrors errors) {
        if (form.text(field).length() > max) {
            errors.add(field, "field.too-long", max);
        }
    }

    private NewTicket ticket(TicketType type, UploadForm form, List<KeptFile> kept) {
        Requester requester = asksContact() ? new Requester(null, form.text("requester.name").strip(), form.text("requester.email").strip(),
                form.text("requester.phone").strip(), site.lang()) : null;
        Map<String, Object> fields = new LinkedHashMap<>();
        type.fields().stream().filter(f -> !f.internal()).forEach(f -> fields.put(f.key(), form.text(FormField.PREFIX + f.key()).strip()));
        String category = form.text("category").isBlank() ? null : form.text("category");
        return new NewTicket(type.key(), category, form.text("subject"), form.text("description").strip(), null, "portal", requester, fields, List.of(),
                kept.stream().map(KeptFile::id).toList(), null, ConsentBoxes.ticked(form::text, filing.consents(type)));
    }

    private Response filed(TicketFiling.Filed filed, UploadForm form) {
        String address = "/filed?number=" + filed.ticket().number();
        if (caller.isCustomer()) {
            address += "&ticket=" + filed.ticket().id();
        } else if (filed.link() != null) {
            address += "&link=" + filed.link();
        } else if (!form.text("requester.email").isBlank()) {
            address += "&by=mail";
        }
        return Response.seeOther(Redirects.inside(address)).build();
    }

    private HtmlPage page(TicketType type, Map<String, String> entered, List<KeptFile> kept, FormErrors errors) {
        return HtmlPage.of("portal/form.jte", new FilingForm(TypeTile.of(type, site), categories(), FormField.of(type, entered, site, extras::offers), asksContact(),
                caller.isCustomer() && caller.ticketId() != null, entered, kept, files.limits(), errors, filing.consents(type), extras.anySuggester()));
    }

    private TicketType type(String key) {
        return site.config().ticketType(key).filter(TicketType::portal).orElseThrow(Problem::notFound);
    }

    /** Staff file in a customer's name, so they say whose it is too. */
    private boolean asksContact() {
        return !caller.isCustomer();
    }

    private List<FilingForm.CategoryGroup> categories() {
        List<TicketSection.Category> all = site.config().tickets().categories();
        List<FilingForm.CategoryGroup> groups = new ArrayList<>();
        for (TicketSection.Category top : all) {
            if (top.parent() == null) {
                List<FormField.Option> below = all.stream().filter(c -> top.key().equals(c.parent()))
                        .map(c -> new FormField.Option(c.key(), site.text(c.name()))).toList();
                groups.add(new FilingForm.CategoryGroup(site.text(top.name()),
                        below.isEmpty() ? List.of(new FormField.Option(top.key(), site.text(top.name()))) : below));
            }
        }
        return groups;
    }
}
