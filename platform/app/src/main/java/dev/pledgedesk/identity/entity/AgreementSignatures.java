package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signatures of staff of the tenant of the request. */
@ApplicationScoped
public class AgreementSignatures extends TenantRepository<AgreementSignature> {

    /** For the proxy. */
    protected AgreementSignatures() {
        this(null, null);
    }

    @Inject
    public AgreementSignatures(EntityManager entities, TenantContext context) {
        super(AgreementSignature.class, entities, context);
    }

    /** A member's signature of a version. */
    public Optional<AgreementSignature> of(UUID staffId, String agreement) {
        return entities().createQuery("select s from AgreementSignature s where s.tenantId = :tenant and s.staffId = :staff and s.agreement = :agreement",
                AgreementSignature.class).setParameter("tenant", tenant()).setParameter("staff", staffId).setParameter("agreement", agreement).getResultStream().findFirst();
    }

    /** All signatures of these members, newest first. */
    public List<AgreementSignature> of(Collection<UUID> staffIds) {
        return staffIds.isEmpty() ? List.of() : entities().createQuery("select s from AgreementSignature s where s.tenantId = :tenant and s.staffId in :staff order by s.id desc",
                AgreementSignature.class).setParameter("tenant", tenant()).setParameter("staff", staffIds).getResultList();
    }
}
