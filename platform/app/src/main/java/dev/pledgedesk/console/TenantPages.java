package dev.pledgedesk.console;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.tenancy.Departure;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantInfo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;

/** One tenant as the operator sees it: state, versions, first administrator, export. */
@RequestScoped
@Path("/operator/tenants/{key}")
public class TenantPages implements PageResource {

    private static final String BY = "operator";

    /**
     * A tenant.
     *
     * @param added a member of staff who was just added, null otherwise
     */
    public record View(TenantInfo tenant, List<TenantDesk.Version> versions, StaffView added, FormState form) {
    }

    /**
     * Files and what they would do.
     *
     * @param plan    null before files were sent
     * @param problem a refusal of the whole, null for none
     */
    public record PlanView(String key, List<TenantDesk.File> files, TenantDesk.Plan plan, String problem) {

        static PlanView blank(String key) {
            return new PlanView(key, List.of(), null, null);
        }
    }

    @Inject
    TenantDesk tenants;

    @Inject
    Staff staff;

    @Inject
    RequestLanguage language;

    /** The tenant. */
    @GET
    @Allowed(Permission.TENANT_OPERATE)
    public HtmlPage show(@PathParam("key") String key) {
        return page(key, null, FormState.NONE);
    }

    /** Suspends or resumes it; the reason goes into its journal. */
    @POST
    @Path("/state")
    @Allowed(Permission.TENANT_OPERATE)
    public Response change(@PathParam("key") String key, MultivaluedMap<String, String> form) {
        try {
            if (Forms.text(form, "reason").isEmpty()) {
                throw Problem.invalid(new FieldError("/reason", "field.required"));
            }
            tenants.setActive(key, "active".equals(Forms.text(form, "state")), Forms.text(form, "reason"), Forms.version(form), BY);
            return Response.seeOther(Redirects.inside("/operator/tenants/" + key)).build();
        } catch (Problem refused) {
            return again(key, "state", form, refused);
        }
    }

    /** Closes it for ever. */
    @POST
    @Path("/closure")
    @Allowed(Permission.TENANT_OPERATE)
    public Response close(@PathParam("key") String key, MultivaluedMap<String, String> form) {
        try {
            tenants.close(key, Forms.text(form, "confirm"), Forms.sentence(form, "reason"), BY);
            return Response.seeOther(Redirects.inside("/operator/tenants/" + key)).build();
        } catch (Problem refused) {
            return again(key, "closure", form, refused);
        }
    }

    /** Adds a member of staff, usually the first administrator. */
    @POST
    @Path("/staff")
    @Allowed(Permission.TENANT_OPERATE)
    public Response add(@PathParam("key") String key, MultivaluedMap<String, String> form) {
        try {
            for (String needed : List.of("login", "name", "password", "roles")) {
                if (Forms.text(form, needed).isEmpty()) {
                    throw Problem.invalid(new FieldError("/" + needed, "field.required"));
                }
            }
            StaffView added = staff.addForOperator(key, new StaffDraft(Forms.text(form, "login"), Forms.text(form, "name"), Forms.orNull(form, "email"),
                    form.getFirst("password"), null, null, null, Forms.list(Forms.text(form, "roles")), null));
            return Response.ok(page(key, added, FormState.NONE)).build();
        } catch (Problem refused) {
            form.remove("password");
            return again(key, "staff", form, refused);
        }
    }

    /** Everything the tenant owns, as one archive. */
    @GET
    @Path("/export")
    @Allowed(Permission.TENANT_OPERATE)
    public Response export(@PathParam("key") String key) {
        TenantInfo tenant = tenants.get(key);
        tenant.requireOpen();
        StreamingOutput archive = out -> tenants.export(tenant, BY, out);
        return Download.archive(tenant.key() + ".zip", archive);
    }

    /** Everything it owns, sealed, for the platform that it moves to. */
    @POST
    @Path("/transfer")
    @Allowed(Permission.TENANT_OPERATE)
    public Response pack(@PathParam("key") String key, MultivaluedMap<String, String> form) {
        try {
            Departure departure = tenants.depart(key, Forms.text(form, "transferKey"), BY);
            return Download.archive(key + ".transfer.zip", departure::write);
        } catch (Problem refused) {
            return again(key, "transfer", form, refused);
        }
    }

    private HtmlPage page(String key, StaffView added, FormState form) {
        return HtmlPage.of("operator/tenant.jte", new View(tenants.get(key), tenants.versions(key), added, form));
    }

    private Response again(String key, String name, MultivaluedMap<String, String> form, Problem refused) {
        int code = Forms.status(refused);
        return Response.status(code).entity(page(key, null, FormState.refused(name, form, refused, language.messages()))).build();
    }
}
