package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.plugin.ExtensionView;
import dev.pledgedesk.plugin.FailureView;
import dev.pledgedesk.plugin.TenantExtensions;
import dev.pledgedesk.plugin.TenantExtensions.Kept;
import dev.pledgedesk.plugin.TenantExtensions.Offered;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** What of plugins the tenant has switched on, how it does, and what the server offers. */
@RequestScoped
@Path("/console/admin/plugins")
public class ExtensionPages implements PageResource {

    private static final int ROWS = 20;
    private static final String HERE = "/console/admin/plugins";

    /** Extensions, what plugins keep, failures and offers. */
    public record View(List<ExtensionView> extensions, List<Kept> kept, List<FailureView> failures, String next, boolean first, List<Offered> offers) {
    }

    @Inject
    TenantExtensions extensions;

    /** All of it; failures the newest first. */
    @GET
    @Allowed(Permission.PLUGIN_MANAGE)
    public HtmlPage show(@QueryParam("after") String after) {
        List<ExtensionView> all = extensions.all();
        Page<FailureView> failures = extensions.failures(new PageRequest(ROWS, after));
        List<Kept> kept = all.stream().map(e -> e.ref().plugin()).distinct().flatMap(plugin -> kept(plugin).stream()).toList();
        return HtmlPage.of("console/plugins.jte", new View(all, kept, failures.items(), failures.next(), after == null, extensions.offers()));
    }

    private Optional<Kept> kept(String plugin) {
        try {
            return Optional.of(extensions.kept(plugin)).filter(k -> k.entries() > 0);
        } catch (Problem nothingYet) {
            return Optional.empty();
        }
    }

    /** Has one called again. */
    @POST
    @Path("/{plugin}/{use}/release")
    @Allowed(Permission.PLUGIN_MANAGE)
    public Response release(@PathParam("plugin") String plugin, @PathParam("use") String use) {
        extensions.release(plugin, use);
        return Response.seeOther(Redirects.inside(HERE)).build();
    }

    /** Empties what a plugin keeps. */
    @POST
    @Path("/{plugin}/emptied")
    @Allowed(Permission.PLUGIN_MANAGE)
    public Response empty(@PathParam("plugin") String plugin) {
        extensions.empty(plugin);
        return Response.seeOther(Redirects.inside(HERE)).build();
    }
}
