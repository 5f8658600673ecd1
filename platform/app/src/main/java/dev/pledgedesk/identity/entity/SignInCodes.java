package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sign-in codes of the tenant of the request. */
@ApplicationScoped
public class SignInCodes extends TenantRepository<SignInCode> {

    /** For the proxy. */
    protected SignInCodes() {
        this(null, null);
    }

    @Inject
    public SignInCodes(EntityManager entities, TenantContext context) {
        super(SignInCode.class, entities, context);
    }

    /** The last code of a customer. */
    public Optional<SignInCode> last(UUID customerId) {
        return entities().createQuery("select c from SignInCode c where c.tenantId = :tenant and c.customerId = :customer order by c.id desc",
                        SignInCode.class).setParameter("tenant", tenant()).setParameter("customer", customerId).setMaxResults(1)
                .getResultStream().findFirst();
    }

    /** Removes those of a customer. */
    public void removeOf(UUID customerId) {
        entities().createQuery("delete from SignInCode c where c.tenantId = :tenant and c.customerId = :customer").setParameter("tenant", tenant())
                .setParameter("customer", customerId).executeUpdate();
    }

    /** Uses a code up; false if somebody was quicker. */
    public boolean use(UUID id, Instant now) {
        return entities().createQuery("update SignInCode c set c.usedAt = :now where c.tenantId = :tenant and c.id = :id and c.usedAt is null")
                .setParameter("now", now).setParameter("tenant", tenant()).setParameter("id", id).executeUpdate() == 1;
    }
}
