package dev.pledgedesk.notification.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** Notices of the tenant of the request. */
@ApplicationScoped
public class StaffNotices extends TenantRepository<StaffNotice> {

    /** For the proxy. */
    protected StaffNotices() {
        this(null, null);
    }

    @Inject
    public StaffNotices(EntityManager entities, TenantContext context) {
        super(StaffNotice.class, entities, context);
    }

    /** A member's, newest first. */
    public Page<StaffNotice> page(UUID staff, boolean unreadOnly, PageRequest request) {
        UUID before = request.after() == null ? Ids.LAST : Ids.parse(request.after()).orElse(Ids.FIRST);
        return Page.of(entities().createQuery("select n from StaffNotice n where n.tenantId = :tenant and n.staffId = :staff and n.id < :before" + (unreadOnly ? " and n.readAt is null" : "")
                + " order by n.id desc", StaffNotice.class).setParameter("tenant", tenant()).setParameter("staff", staff).setParameter("before", before).setMaxResults(request.size() + 1).getResultList(),
                request.size(), n -> n.id().toString());
    }

    /** A member has read all of his. */
    public void readAll(UUID staff, Instant now) {
        entities().createQuery("update StaffNotice n set n.readAt = :now, n.version = n.version + 1 where n.tenantId = :tenant and n.staffId = :staff and n.readAt is null")
                .setParameter("now", now).setParameter("tenant", tenant()).setParameter("staff", staff).executeUpdate();
    }

    /** How many a member has not read. */
    public long countUnread(UUID staff) {
        return entities().createQuery("select count(n) from StaffNotice n where n.tenantId = :tenant and n.staffId = :staff and n.readAt is null", Long.class)
                .setParameter("tenant", tenant()).setParameter("staff", staff).getSingleResult();
    }
}
