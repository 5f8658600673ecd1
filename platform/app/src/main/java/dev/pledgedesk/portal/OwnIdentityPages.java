package dev.pledgedesk.portal;

import dev.pledgedesk.page.IdentityPages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Who the customer is at the vendor's OpenID providers. */
@RequestScoped
@Path(OwnIdentityPages.ADDRESS)
public class OwnIdentityPages extends IdentityPages {

    static final String ADDRESS = "/account/identities";

    public OwnIdentityPages() {
        super(ADDRESS, "portal/identities.jte");
    }
}
