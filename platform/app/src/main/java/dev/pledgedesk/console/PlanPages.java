package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Applying a tenant's files in two steps: a plan that shows what would change, then the same files for good. */
@RequestScoped
@Path("/operator/plan")
public class PlanPages implements PageResource {

    private static final int MAX_FILE = 1_000_000;

    @Inject
    TenantDesk tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Site site;

    /** The form for a tenant's files. */
    @GET
    @Allowed(Permission.TENANT_OPERATE)
    public HtmlPage form(@QueryParam("tenant") String key) {
        return HtmlPage.of("operator/plan.jte", TenantPages.PlanView.blank(key == null ? "" : key));
    }

    /** What the files would do; changes nothing. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.TENANT_OPERATE)
    public Response plan(List<EntityPart> parts) throws IOException {
        Parts form = Parts.read(parts);
        String key = form.text("tenant");
        List<TenantDesk.File> files = new ArrayList<>();
        for (Parts.File file : form.files()) {
            files.add(new TenantDesk.File(file.name().replaceFirst("^.*[/\\\\]", ""), new String(file.content().readNBytes(MAX_FILE), StandardCharsets.UTF_8)));
        }
        if (files.isEmpty() || key.isEmpty()) {
            return refused(key, List.of(), site.text(key.isEmpty() ? "console.plan.key-missing" : "console.plan.files-missing"), 422);
        }
        try {
            TenantDesk.Plan plan = tenants.plan(key, files, language.messages());
            return Response.status(plan.valid() ? 200 : 422).entity(HtmlPage.of("operator/plan.jte", new TenantPages.PlanView(key, files, plan, null))).build();
        } catch (Problem refused) {
            return refused(key, files, refused);
        }
    }

    /** Applies the files that were planned, if the version still runs that the plan was made against. */
    @POST
    @Path("/apply")
    @Allowed(Permission.TENANT_OPERATE)
    public Response apply(MultivaluedMap<String, String> form) {
        String key = Forms.text(form, "tenant");
        List<String> paths = form.getOrDefault("path", List.of());
        List<String> contents = form.getOrDefault("content", List.of());
        List<TenantDesk.File> files = new ArrayList<>();
        for (int i = 0; i < Math.min(paths.size(), contents.size()); i++) {
            files.add(new TenantDesk.File(paths.get(i), contents.get(i).replace("\r\n", "\n")));
        }
        try {
            TenantDesk.Plan done = tenants.apply(key, files, Forms.version(form).intValue(), "operator", language.messages());
            if (!done.valid()) {
                return Response.status(422).entity(HtmlPage.of("operator/plan.jte", new TenantPages.PlanView(key, files, done, null))).build();
            }
            return Response.seeOther(Redirects.inside("/operator/tenants/" + key)).build();
        } catch (Problem refused) {
            return refused(key, files, refused);
        }
    }

    private Response refused(String key, List<TenantDesk.File> files, Problem refused) {
        return refused(key, files, language.messages().text(refused.detail(), refused.arguments().toArray()), Forms.status(refused));
    }

    private Response refused(String key, List<TenantDesk.File> files, String problem, int status) {
        return Response.status(status).entity(HtmlPage.of("operator/plan.jte", new TenantPages.PlanView(key, files, null, problem))).build();
    }
}
