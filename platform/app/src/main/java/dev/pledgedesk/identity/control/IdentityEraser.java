package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.entity.AccessLinks;
import dev.pledgedesk.identity.entity.ExternalIdentity;
import dev.pledgedesk.identity.entity.ExternalIdentityRows;
import dev.pledgedesk.identity.entity.SignInCodes;
import dev.pledgedesk.privacy.PersonEraser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes away every way in. */
@ApplicationScoped
public class IdentityEraser implements PersonEraser {

    @Inject
    ExternalIdentityRows identities;

    @Inject
    AccessLinks links;

    @Inject
    SignInCodes codes;

    @Inject
    SessionTransactions sessions;

    @Override
    public Map<String, Integer> erase(UUID person) {
        List<ExternalIdentity> linked = identities.of(person);
        linked.forEach(identities::remove);
        sessions.revokeAll(person);
        codes.removeOf(person);
        return Map.of("identities", linked.size(), "links", links.removeOf(person));
    }
}
