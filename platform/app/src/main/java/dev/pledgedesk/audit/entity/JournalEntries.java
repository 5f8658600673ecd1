package dev.pledgedesk.audit.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Journal entries and their chain, of the tenant of the request. */
@ApplicationScoped
public class JournalEntries extends TenantRepository<JournalEntry> {

    /** For the proxy. */
    protected JournalEntries() {
        this(null, null);
    }

    @Inject
    public JournalEntries(EntityManager entities, TenantContext context) {
        super(JournalEntry.class, entities, context);
    }

    /** Newest first; about one record if {@code subjectId} is not null. */
    public Page<JournalEntry> page(String subjectId, PageRequest request) {
        UUID after = Ids.parse(request.after()).orElse(null);
        var query = entities().createQuery("select e from JournalEntry e where e.tenantId = :tenant"
                + (subjectId == null ? "" : " and e.subjectId = :subject") + (after == null ? "" : " and e.id < :after")
                + " order by e.id desc", JournalEntry.class).setParameter("tenant", tenant()).setMaxResults(request.size() + 1);
        if (subjectId != null) {
            query.setParameter("subject", subjectId);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return Page.of(query.getResultList(), request.size(), e -> e.id().toString());
    }

    /** Which of these entries the chain covers. */
    public Set<UUID> sealed(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(entities()
                .createQuery("select s.entryId from JournalSeal s where s.tenantId = :tenant and s.entryId in :ids", UUID.class)
                .setParameter("tenant", tenant()).setParameter("ids", ids).getResultList());
    }

    /** The end of the chain, locked until the transaction ends. */
    public JournalChain lockChain() {
        JournalChain chain = entities().find(JournalChain.class, tenant(), LockModeType.PESSIMISTIC_WRITE);
        if (chain == null) {
            chain = new JournalChain(tenant());
            entities().persist(chain);
            entities().flush();
        }
        return chain;
    }

    /** The end of the chain, null before the first seal. */
    public JournalChain chain() {
        return entities().find(JournalChain.class, tenant());
    }

    public void add(JournalSeal seal) {
        entities().persist(seal);
    }

    /** The links that cover these entries. */
    public List<JournalSeal> linksOf(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : entities().createQuery("select s from JournalSeal s where s.tenantId = :tenant and s.entryId in :ids order by s.number", JournalSeal.class)
                .setParameter("tenant", tenant()).setParameter("ids", ids).getResultList();
    }

    /** The links with these numbers. */
    public List<JournalSeal> linksWith(Collection<Long> numbers) {
        return numbers.isEmpty() ? List.of() : entities().createQuery("select s from JournalSeal s where s.tenantId = :tenant and s.number in :numbers", JournalSeal.class)
                .setParameter("tenant", tenant()).setParameter("numbers", numbers).getResultList();
    }

    /** Links after a number, in order. */
    public List<JournalSeal> links(long after, int atMost) {
        return entities().createQuery("select s from JournalSeal s where s.tenantId = :tenant and s.number > :after order by s.number", JournalSeal.class)
                .setParameter("tenant", tenant()).setParameter("after", after).setMaxResults(atMost).getResultList();
    }

    /** Entries that wait for the sealer. */
    public long unsealed() {
        return entities().createQuery("select count(e) from JournalEntry e where e.tenantId = :tenant and not exists"
                + " (select s from JournalSeal s where s.tenantId = e.tenantId and s.entryId = e.id)", Long.class)
                .setParameter("tenant", tenant()).getSingleResult();
    }

    /** Forgets what was read, so that a long check needs little memory. */
    public void clear() {
        entities().clear();
    }
}
