package dev.pledgedesk.identity.entity;

import dev.pledgedesk.identity.Readings.Filter;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Openings of contacts, of the tenant of the request. */
@ApplicationScoped
public class ContactReadings extends TenantRepository<ContactReading> {

    /** For the proxy. */
    protected ContactReadings() {
        this(null, null);
    }

    @Inject
    public ContactReadings(EntityManager entities, TenantContext context) {
        super(ContactReading.class, entities, context);
    }

    /** Newest first. */
    public Page<ContactReading> page(Filter filter, PageRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = where("select r", filter, values);
        and(where, values, " and r.id < :before", "before", Ids.parse(request.after()).orElse(null));
        var query = entities().createQuery(where.append(" order by r.id desc").toString(), ContactReading.class).setParameter("tenant", tenant()).setMaxResults(request.size() + 1);
        values.forEach(query::setParameter);
        return Page.of(query.getResultList(), request.size(), r -> r.id().toString());
    }

    /** Whose they are, in the order of their ids, from the one after {@code after} on. */
    public List<UUID> customers(Filter filter, UUID after, int atMost) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = where("select distinct r.customerId", filter, values);
        and(where, values, " and r.customerId > :after", "after", after);
        var query = entities().createQuery(where.append(" order by r.customerId").toString(), UUID.class).setParameter("tenant", tenant()).setMaxResults(atMost);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static StringBuilder where(String select, Filter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(select).append(" from ContactReading r where r.tenantId = :tenant");
        and(where, values, " and r.customerId = :customer", "customer", filter.customerId());
        and(where, values, " and r.reader = :reader", "reader", filter.reader());
        and(where, values, " and r.purpose = :purpose", "purpose", filter.purpose() == null ? null : filter.purpose().key());
        and(where, values, " and r.at >= :earliest", "earliest", filter.from());
        and(where, values, " and r.at < :latest", "latest", filter.until());
        return where;
    }

    private static void and(StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }

    /** Of how many customers somebody has opened the contacts since then. */
    public int customersOf(String reader, Instant since) {
        return entities().createQuery("select count(distinct r.customerId) from ContactReading r where r.tenantId = :tenant and r.reader = :reader and r.at > :since", Long.class)
                .setParameter("tenant", tenant()).setParameter("reader", reader).setParameter("since", since).getSingleResult().intValue();
    }
}
