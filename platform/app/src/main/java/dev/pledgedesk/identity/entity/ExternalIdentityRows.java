package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** External identities of the tenant of the request. */
@ApplicationScoped
public class ExternalIdentityRows extends TenantRepository<ExternalIdentity> {

    /** For the proxy. */
    protected ExternalIdentityRows() {
        this(null, null);
    }

    @Inject
    public ExternalIdentityRows(EntityManager entities, TenantContext context) {
        super(ExternalIdentity.class, entities, context);
    }

    /** The one of an issuer and a subject, by its blind indexes, among those of staff or those of customers. */
    public Optional<ExternalIdentity> byKey(String issuer, List<byte[]> subjectIndexes, boolean ofStaff) {
        return entities().createQuery("select i from ExternalIdentity i where i.tenantId = :tenant and i.issuer = :issuer and i.subjectIndex in :indexes and i."
                        + (ofStaff ? "staffId" : "customerId") + " is not null", ExternalIdentity.class).setParameter("tenant", tenant())
                .setParameter("issuer", issuer).setParameter("indexes", subjectIndexes).getResultStream().findFirst();
    }

    /** Those of a member of staff or a customer, oldest first. */
    public List<ExternalIdentity> of(UUID personId) {
        return entities().createQuery("select i from ExternalIdentity i where i.tenantId = :tenant and (i.staffId = :person or i.customerId = :person) order by i.id",
                ExternalIdentity.class).setParameter("tenant", tenant()).setParameter("person", personId).getResultList();
    }

    /** Takes one away. */
    public void remove(ExternalIdentity identity) {
        entities().remove(identity);
    }
}
