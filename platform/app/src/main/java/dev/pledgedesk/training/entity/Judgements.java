package dev.pledgedesk.training.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Judgements of the tenant of the request. */
@ApplicationScoped
public class Judgements extends TenantRepository<Judgement> {

    /** For the proxy. */
    protected Judgements() {
        this(null, null);
    }

    @Inject
    public Judgements(EntityManager entities, TenantContext context) {
        super(Judgement.class, entities, context);
    }

    /** Those of some assessments, the oldest first. */
    public List<Judgement> of(Collection<UUID> assessments) {
        return assessments.isEmpty() ? List.of() : query("select j from Judgement j where j.tenantId = :tenant and j.assessmentId in :assessments order by j.id").setParameter("assessments", assessments)
                .getResultList();
    }

    /** Those that a colleague was asked for and has not given, the oldest first. */
    public List<Judgement> waitingFor(UUID rater) {
        return query("select j from Judgement j where j.tenantId = :tenant and j.raterId = :rater and j.at is null order by j.id").setParameter("rater", rater).getResultList();
    }

    /** The one that a colleague was asked for. */
    public Optional<Judgement> asked(UUID assessment, UUID rater) {
        return query("select j from Judgement j where j.tenantId = :tenant and j.assessmentId = :assessment and j.raterId = :rater and j.kind = 'peer'").setParameter("assessment", assessment)
                .setParameter("rater", rater).getResultStream().findFirst();
    }

    private TypedQuery<Judgement> query(String text) {
        return entities().createQuery(text, Judgement.class).setParameter("tenant", tenant());
    }
}
