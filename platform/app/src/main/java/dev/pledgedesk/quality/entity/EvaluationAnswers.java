package dev.pledgedesk.quality.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
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

/** What evaluations of the tenant of the request ask and see. */
@ApplicationScoped
public class EvaluationAnswers extends TenantRepository<EvaluationAnswer> {

    /** For the proxy. */
    protected EvaluationAnswers() {
        this(null, null);
    }

    @Inject
    public EvaluationAnswers(EntityManager entities, TenantContext context) {
        super(EvaluationAnswer.class, entities, context);
    }

    /** All of an evaluation, in the order in which they were drawn. */
    public List<EvaluationAnswer> of(UUID run) {
        return of(List.of(run));
    }

    /** All of some. */
    public List<EvaluationAnswer> of(Collection<UUID> runs) {
        return runs.isEmpty() ? List.of() : query("select a from EvaluationAnswer a where a.tenantId = :tenant and a.runId in :runs order by a.id").setParameter("runs", runs).getResultList();
    }

    /** A page of them; those alone that are waited for and do not come by themselves, if {@code openOnly}. */
    public Page<EvaluationAnswer> page(UUID run, boolean openOnly, PageRequest request) {
        return Page.of(query("select a from EvaluationAnswer a where a.tenantId = :tenant and a.runId = :run and (:all = true or (a.state = 'open' and a.tokenHash is null)) and a.id > :after order by a.id")
                .setParameter("run", run).setParameter("all", !openOnly).setParameter("after", Ids.parse(request.after()).orElse(Ids.FIRST)).setMaxResults(request.size() + 1).getResultList(), request.size(),
                a -> a.id().toString());
    }

    /** A page of those that are there, the latest first. */
    public Page<EvaluationAnswer> answered(UUID run, PageRequest request) {
        return Page.of(query("select a from EvaluationAnswer a where a.tenantId = :tenant and a.runId = :run and a.state = 'answered' and a.id < :before order by a.id desc").setParameter("run", run)
                .setParameter("before", Ids.parse(request.after()).orElse(Ids.LAST)).setMaxResults(request.size() + 1).getResultList(), request.size(), a -> a.id().toString());
    }

    /** A customer's that are there, the oldest first. */
    public List<EvaluationAnswer> ofCustomer(UUID customer) {
        return query("select a from EvaluationAnswer a where a.tenantId = :tenant and a.customerId = :customer and a.state = 'answered' order by a.id").setParameter("customer", customer).getResultList();
    }

    /** The one whose letter has a secret with a hash. */
    public Optional<EvaluationAnswer> withHash(byte[] hash) {
        return query("select a from EvaluationAnswer a where a.tenantId = :tenant and a.tokenHash = :hash").setParameter("hash", hash).getResultStream().findFirst();
    }

    /** The same, kept from others until the transaction ends. */
    public Optional<EvaluationAnswer> held(byte[] hash) {
        return withHash(hash).flatMap(found -> findHeld(found.id()));
    }

    private TypedQuery<EvaluationAnswer> query(String text) {
        return entities().createQuery(text, EvaluationAnswer.class).setParameter("tenant", tenant());
    }
}
