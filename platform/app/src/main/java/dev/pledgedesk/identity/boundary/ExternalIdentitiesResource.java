package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.ExternalIdentitiesApi;
import dev.pledgedesk.api.model.ExternalIdentity;
import dev.pledgedesk.api.model.ExternalIdentityList;
import dev.pledgedesk.api.model.NewExternalIdentity;
import dev.pledgedesk.identity.ExternalIdentities;
import dev.pledgedesk.identity.ExternalIdentityView;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Who staff are at OpenID providers, over REST. */
@RequestScoped
public class ExternalIdentitiesResource implements ExternalIdentitiesApi {

    @Inject
    ExternalIdentities identities;

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public ExternalIdentityList listExternalIdentities(UUID staffId) {
        return new ExternalIdentityList().items(identities.ofStaff(staffId).stream().map(ExternalIdentitiesResource::identity).toList());
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public ExternalIdentity createExternalIdentity(UUID staffId, NewExternalIdentity body, String idempotencyKey) {
        return identity(identities.add(staffId, body.getIssuer(), body.getSubject()));
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public void deleteExternalIdentity(UUID staffId, UUID identityId) {
        identities.remove(staffId, identityId);
    }

    private static ExternalIdentity identity(ExternalIdentityView i) {
        return new ExternalIdentity().id(i.id()).issuer(i.issuer()).subject(i.subject()).linkedAt(i.linkedAt());
    }
}
