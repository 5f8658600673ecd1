package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Customers and guests of the tenant of the request. */
@ApplicationScoped
public class CustomerRecords extends TenantRepository<CustomerRecord> {

    /** For the proxy. */
    protected CustomerRecords() {
        this(null, null);
    }

    @Inject
    public CustomerRecords(EntityManager entities, TenantContext context) {
        super(CustomerRecord.class, entities, context);
    }

    /** The customer with a mail address, by its blind index. */
    public Optional<CustomerRecord> byEmail(byte[] index) {
        return entities().createQuery("select c from CustomerRecord c where c.tenantId = :tenant and c.emailIndex = :index", CustomerRecord.class)
                .setParameter("tenant", tenant()).setParameter("index", index).getResultStream().findFirst();
    }

    /** Customers with a phone number, by its blind index; a number may be shared. */
    public List<CustomerRecord> byPhone(byte[] index) {
        return entities().createQuery("select c from CustomerRecord c where c.tenantId = :tenant and c.phoneIndex = :index order by c.id",
                        CustomerRecord.class).setParameter("tenant", tenant()).setParameter("index", index).setMaxResults(20).getResultList();
    }
}
