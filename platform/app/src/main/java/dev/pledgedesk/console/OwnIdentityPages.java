package dev.pledgedesk.console;

import dev.pledgedesk.page.IdentityPages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Who the member of staff is at the vendor's OpenID providers. */
@RequestScoped
@Path(OwnIdentityPages.ADDRESS)
public class OwnIdentityPages extends IdentityPages {

    static final String ADDRESS = "/console/account/identities";

    public OwnIdentityPages() {
        super(ADDRESS, "console/my-identities.jte");
    }
}
