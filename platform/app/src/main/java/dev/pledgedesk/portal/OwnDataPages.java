package dev.pledgedesk.portal;

import dev.pledgedesk.identity.OwnData;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.rest.Download;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What the vendor keeps of the customer, to see, to put right and to take along, and who has opened it. Over REST: {@code getOwnData}, {@code correctOwnData}, {@code downloadOwnData}. */
@RequestScoped
@Path("/my-data")
public class OwnDataPages implements PageResource {

    /**
     * The page.
     *
     * @param name  what stands in the field; phone likewise
     */
    public record View(OwnData.Mine mine, String name, String phone, FormErrors errors) {
    }

    @Inject
    OwnData data;

    @Inject
    Site site;

    /** The page. */
    @GET
    @Self
    public HtmlPage show() {
        OwnData.Mine mine = data.mine();
        return page(mine, mine.profile().name(), mine.profile().phone() == null ? "" : mine.profile().phone(), new FormErrors(site));
    }

    /** Puts name and phone number right. */
    @POST
    @Self
    public Response correct(@FormParam("name") @DefaultValue("") String name, @FormParam("phone") @DefaultValue("") String phone) {
        try {
            data.correct(name, phone);
            return Response.seeOther(Redirects.inside("/my-data")).build();
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            FormErrors errors = new FormErrors(site);
            errors.add(refused);
            return Response.status(Problem.Kind.UNPROCESSABLE.status()).entity(page(data.mine(), name, phone, errors)).build();
        }
    }

    /** The archive. */
    @GET
    @Self
    @Path("/archive")
    public Response download() {
        data.requireCustomer();
        return Download.archive("my-data.zip", data::write);
    }

    private static HtmlPage page(OwnData.Mine mine, String name, String phone, FormErrors errors) {
        return HtmlPage.of("portal/my-data.jte", new View(mine, name, phone, errors));
    }
}
