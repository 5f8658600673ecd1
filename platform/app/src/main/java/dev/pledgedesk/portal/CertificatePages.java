package dev.pledgedesk.portal;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.training.CertificateCheck;
import dev.pledgedesk.training.Qualifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Certificates that anybody can check, such as a customer at whose door somebody shows one. */
@RequestScoped
@Path("/certificates")
public class CertificatePages implements PageResource {

    /** What may be known of it; {@code found} is null if there is none of that code. */
    public record View(String code, CertificateCheck found) {
    }

    @Inject
    Qualifications qualifications;

    /** A certificate by its code. */
    @GET
    @Path("/{code}")
    @Public
    public HtmlPage check(@PathParam("code") String code) {
        try {
            return HtmlPage.of("portal/certificate.jte", new View(code, qualifications.check(code)));
        } catch (Problem unknown) {
            return HtmlPage.of("portal/certificate.jte", new View(code, null)).withStatus(unknown.kind().status());
        }
    }
}
