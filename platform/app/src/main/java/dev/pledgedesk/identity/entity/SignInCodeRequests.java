package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Requests for sign-in codes of the tenant of the request that were not looked at yet. */
@ApplicationScoped
public class SignInCodeRequests extends TenantRepository<SignInCodeRequest> {

    /** For the proxy. */
    protected SignInCodeRequests() {
        this(null, null);
    }

    @Inject
    public SignInCodeRequests(EntityManager entities, TenantContext context) {
        super(SignInCodeRequest.class, entities, context);
    }

    /** It was looked at. */
    public void remove(SignInCodeRequest request) {
        entities().remove(request);
    }
}
