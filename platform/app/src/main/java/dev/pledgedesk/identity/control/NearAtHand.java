package dev.pledgedesk.identity.control;

import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.TenantSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Words that whoever guesses a password of this tenant tries first: the vendor's names, the product's, the sign-in name. */
@ApplicationScoped
public class NearAtHand {

    private static final String PRODUCT = "PledgeDesk";

    @Inject
    Tenants tenants;

    /** Those of an account of the tenant of the request. */
    List<String> words(String login) {
        TenantSection tenant = tenants.config().tenant();
        List<String> words = new ArrayList<>(List.of(PRODUCT, login, tenant.key()));
        Messages.LOCALES.forEach(locale -> words.add(tenant.name().in(locale)));
        return words;
    }
}
