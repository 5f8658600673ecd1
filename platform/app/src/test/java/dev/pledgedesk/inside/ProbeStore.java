package dev.pledgedesk.inside;

import dev.pledgedesk.eventing.Outbox;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.TenantKey;
import dev.pledgedesk.tenancy.entity.ConfigVersion;
import dev.pledgedesk.tenancy.entity.ConfigVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Uses the application's repositories as its use cases do, and past them as a careless one might. */
@ApplicationScoped
@Transactional
public class ProbeStore {

    @Inject
    CustomerRecords customers;

    @Inject
    ConfigVersions versions;

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    /** Stores a customer of the tenant of the request. */
    public UUID add(UUID id, String locale) {
        customers.add(new CustomerRecord(id, new Sealed("\0Li Na".getBytes(StandardCharsets.UTF_8)), locale, Instant.EPOCH));
        return id;
    }

    public boolean finds(UUID id) {
        return customers.find(id).isPresent() && customers.findAll(List.of(id)).size() == 1;
    }

    /** The row by the key of any tenant. */
    public CustomerRecord findBy(UUID tenant, UUID id) {
        return entities.find(CustomerRecord.class, new TenantKey(tenant, id));
    }

    /** Rows by a query that forgot the tenant. */
    public int carelessQuery(UUID id) {
        return entities.createQuery("select c from CustomerRecord c where c.id = :id", CustomerRecord.class).setParameter("id", id).getResultList().size();
    }

    /** Rows by SQL that forgot the tenant. */
    public long carelessSql() {
        return ((Number) entities.createNativeQuery("select count(*) from customer").getSingleResult()).longValue();
    }

    /** Changes rows by SQL that forgot the tenant; gives how many. */
    public int carelessUpdate() {
        return entities.createNativeQuery("update customer set locale = 'en'").executeUpdate();
    }

    /** Writes a row for another tenant than that of the request. */
    public void smuggle(UUID otherTenant) {
        versions.add(new ConfigVersion(otherTenant, 1, "digest", com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(), Instant.EPOCH, "nobody"));
        entities.flush();
    }

    /** Changes a row through the entity. */
    public void verify(UUID id) {
        customers.get(id).verify(Instant.EPOCH);
    }

    /** Removes a row through the entity. */
    public void remove(UUID id) {
        entities.remove(customers.get(id));
    }

    public String locale(UUID id) {
        return customers.get(id).locale();
    }

    /** Stores a customer, publishes an event about him and fails afterwards if told so. */
    public void addAndPublish(UUID id, ProbeHappened event, boolean failAfterwards) {
        add(id, "en");
        customers.flush();
        outbox.publish(event, "system");
        if (failAfterwards) {
            throw new IllegalStateException("after the event");
        }
    }

    /** A fresh id. */
    public static UUID id() {
        return Ids.next();
    }
}
