package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.plugin.InstalledPlugin;
import dev.pledgedesk.plugin.Plugins;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The plugins of the server, for its operator: what runs, and why the rest does not. */
@RequestScoped
@Path("/operator/plugins")
public class OperatorPluginPages implements PageResource {

    /** All that were found. */
    public record View(List<InstalledPlugin> plugins) {
    }

    @Inject
    Plugins plugins;

    /** In the order of their folders. */
    @GET
    @Allowed(Permission.TENANT_OPERATE)
    public HtmlPage list() {
        return HtmlPage.of("operator/plugins.jte", new View(plugins.all()));
    }

    /** Calls one again that did not give its threads back. */
    @POST
    @Path("/{plugin}/{version}/release")
    @Allowed(Permission.TENANT_OPERATE)
    public Response release(@PathParam("plugin") String plugin, @PathParam("version") String version) {
        plugins.release(plugin, version);
        return Response.seeOther(Redirects.inside("/operator/plugins")).build();
    }
}
