package dev.pledgedesk.console;

import dev.pledgedesk.identity.ExternalIdentities;
import dev.pledgedesk.identity.ExternalIdentityView;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Allowed;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Who a member of staff is at the vendor's OpenID providers, for an administrator to see and change. */
@RequestScoped
@Path("/console/admin/staff/{staff}/identities")
public class StaffIdentityPages implements PageResource {

    /** A member's list and the form. */
    public record View(StaffView member, List<ExternalIdentityView> rows, FormState form) {
    }

    @Inject
    ExternalIdentities identities;

    @Inject
    Staff staff;

    @Inject
    RequestLanguage language;

    /** All of a member's. */
    @GET
    @Allowed(Permission.STAFF_MANAGE)
    public HtmlPage list(@PathParam("staff") UUID staffId) {
        return page(staffId, FormState.NONE);
    }

    /** Links one more. */
    @POST
    @Allowed(Permission.STAFF_MANAGE)
    public Response add(@PathParam("staff") UUID staffId, MultivaluedMap<String, String> form) {
        try {
            identities.add(staffId, Forms.text(form, "issuer"), Forms.text(form, "subject"));
            return Response.seeOther(address(staffId)).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(staffId, FormState.refused("identity", form, refused, language.messages()))).build();
        }
    }

    /** Takes one away and ends the member's sessions. */
    @POST
    @Path("/{id}/remove")
    @Allowed(Permission.STAFF_MANAGE)
    public Response remove(@PathParam("staff") UUID staffId, @PathParam("id") UUID id) {
        identities.remove(staffId, id);
        return Response.seeOther(address(staffId)).build();
    }

    private static URI address(UUID staffId) {
        return Redirects.inside("/console/admin/staff/" + staffId + "/identities");
    }

    private HtmlPage page(UUID staffId, FormState form) {
        return HtmlPage.of("console/identities.jte", new View(staff.get(staffId), identities.ofStaff(staffId), form));
    }
}
