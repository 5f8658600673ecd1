package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantInfo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The operator's list of tenants. */
@RequestScoped
@Path("/operator")
public class OperatorPages implements PageResource {

    /**
     * All tenants.
     *
     * @param transferKey what another platform needs to send a tenant here
     */
    public record View(List<TenantInfo> tenants, String transferKey) {
    }

    @Inject
    TenantDesk tenants;

    /** By key. */
    @GET
    @Allowed(Permission.TENANT_OPERATE)
    public HtmlPage list() {
        return HtmlPage.of("operator/tenants.jte", new View(tenants.all(), tenants.transferKey()));
    }
}
