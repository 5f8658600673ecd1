package dev.pledgedesk.web;

import dev.pledgedesk.kernel.Everywhere;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.HtmlPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The REST contract as a file and as a page to read. */
@RequestScoped
@Path("/")
public class ApiDocuments {

    @Inject
    Contract contract;

    /** The contract, byte for byte. */
    @GET
    @Public
    @Everywhere
    @Path("api/openapi.yaml")
    public Response document() {
        return Response.ok(contract.document()).header("Content-Type", "application/yaml;charset=UTF-8").header("Access-Control-Allow-Origin", "*").build();
    }

    /** The reference page. */
    @GET
    @Public
    @Everywhere
    @Path("api/reference")
    public HtmlPage reference() {
        return HtmlPage.of("api-reference.jte", contract.reference());
    }
}
