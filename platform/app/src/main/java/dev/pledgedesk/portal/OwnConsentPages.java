package dev.pledgedesk.portal;

import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.ConsentBoxes;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** What the customer has consented to: giving each notice by itself, and taking it back by one button. */
@RequestScoped
@Path("/my-data/consents")
public class OwnConsentPages implements PageResource {

    private static final String HERE = "/my-data/consents";

    /**
     * The page.
     *
     * @param guardians what was entered, by notice
     */
    public record View(List<Consents.Notice> notices, Map<String, String> guardians, FormErrors errors) {
    }

    @Inject
    Consents consents;

    @Inject
    Site site;

    /** The page. */
    @GET
    @Self
    public HtmlPage show() {
        return page(Map.of(), new FormErrors(site));
    }

    /** Gives one, whose box is ticked. */
    @POST
    @Path("/{key}")
    @Self
    public Response give(@PathParam("key") String key, MultivaluedMap<String, String> form) {
        FormErrors errors = new FormErrors(site);
        List<Consents.Notice> notices = consents.mine().stream().filter(n -> n.key().equals(key)).toList();
        if (notices.isEmpty()) {
            throw Problem.notFound();
        }
        List<Consents.Given> ticked = ConsentBoxes.ticked(name -> text(form, name), notices);
        if (ticked.isEmpty()) {
            errors.add(ConsentBoxes.PREFIX + key, "consent.tick");
        } else {
            try {
                consents.give(ticked.get(0));
                return Response.seeOther(Redirects.inside(HERE)).build();
            } catch (Problem refused) {
                if (refused.errors().isEmpty()) {
                    throw refused;
                }
                // Whatever is wrong is wrong with this box.
                errors.add(ConsentBoxes.PREFIX + key, refused.errors().get(0).message(), refused.errors().get(0).arguments().toArray());
            }
        }
        return Response.status(Problem.Kind.UNPROCESSABLE.status()).entity(page(Map.of(key, text(form, ConsentBoxes.GUARDIAN + key)), errors)).build();
    }

    /** Takes one back. */
    @POST
    @Path("/{key}/withdrawal")
    @Self
    public Response withdraw(@PathParam("key") String key) {
        consents.withdraw(key);
        return Response.seeOther(Redirects.inside(HERE)).build();
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        return form.getFirst(name) == null ? "" : form.getFirst(name);
    }

    private HtmlPage page(Map<String, String> guardians, FormErrors errors) {
        return HtmlPage.of("portal/my-consents.jte", new View(consents.mine(), guardians, errors));
    }
}
