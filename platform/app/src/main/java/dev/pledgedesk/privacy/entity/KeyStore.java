package dev.pledgedesk.privacy.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Wrapped keys of the tenant of the request, and the register of keys that all nodes share. Native SQL: rows are added only where none is, which JPA cannot
 * say, and a key that stayed in a persistence context would outlive its destruction there.
 */
@ApplicationScoped
public class KeyStore {

    /**
     * Wrapped keys of the tenant.
     *
     * @param vault    name of the vault that wrapped them
     * @param keyset   null once destroyed
     * @param indexKey null likewise
     * @param version  counts their changes
     */
    public record TenantRow(String vault, byte[] keyset, byte[] indexKey, long version) {
    }

    /** A person's wrapped key, null once it was destroyed. */
    public record PersonRow(UUID person, byte[] wrapped) {
    }

    /**
     * The platform's transfer key.
     *
     * @param vault  name of the vault that wrapped its private half
     * @param keyset the private half, wrapped
     */
    public record TransferRow(String vault, byte[] keyset, String publicKey) {
    }

    @Inject
    EntityManager entities;

    @Inject
    TenantContext context;

    /** The tenant's keys, empty before the first. */
    @SuppressWarnings("unchecked")
    public Optional<TenantRow> tenantKeys() {
        List<Object[]> rows = entities.createNativeQuery("select vault, keyset, index_key, version from desk_keys.tenant_key where tenant_id = ?").setParameter(1, tenant()).getResultList();
        return rows.stream().findFirst().map(r -> new TenantRow((String) r[0], (byte[]) r[1], (byte[]) r[2], ((Number) r[3]).longValue()));
    }

    /** Adds the tenant's first keys, unless somebody else just did. */
    public void addTenantKeys(TenantRow row, Instant now) {
        entities.createNativeQuery("insert into desk_keys.tenant_key (tenant_id, vault, keyset, index_key, version, changed_at) values (?, ?, ?, ?, ?, ?) on conflict (tenant_id) do nothing")
                .setParameter(1, tenant()).setParameter(2, row.vault()).setParameter(3, row.keyset()).setParameter(4, row.indexKey()).setParameter(5, row.version())
                .setParameter(6, Timestamp.from(now)).executeUpdate();
        entities.createNativeQuery("insert into tenant_sealed (tenant_id, since) values (?, ?) on conflict (tenant_id) do nothing").setParameter(1, tenant()).setParameter(2, Timestamp.from(now))
                .executeUpdate();
    }

    /** Whether the tenant's data say that it has keys. */
    public boolean isSealed() {
        return !entities.createNativeQuery("select 1 from tenant_sealed where tenant_id = ?").setParameter(1, tenant()).getResultList().isEmpty();
    }

    /**
     * Puts other keys in the place of the tenant's.
     *
     * @return false if they have changed since {@code row} was made of the version before its own
     */
    public boolean replaceTenantKeys(TenantRow row, Instant now) {
        return entities.createNativeQuery("update desk_keys.tenant_key set vault = ?, keyset = ?, index_key = ?, version = ?, changed_at = ? where tenant_id = ? and version = ? and keyset is not null")
                .setParameter(1, row.vault()).setParameter(2, row.keyset()).setParameter(3, row.indexKey()).setParameter(4, row.version()).setParameter(5, Timestamp.from(now))
                .setParameter(6, tenant()).setParameter(7, row.version() - 1).executeUpdate() == 1;
    }

    /** The keys of these persons; who never had one is left out. */
    @SuppressWarnings("unchecked")
    public List<PersonRow> personKeys(Collection<UUID> persons) {
        List<UUID> ids = List.copyOf(persons);
        List<PersonRow> found = new ArrayList<>(ids.size());
        String wanted = "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
        List<Object[]> rows = entities.createNativeQuery("select person_id, wrapped from desk_keys.person_key where tenant_id = ? and person_id = any (cast(? as uuid[]))")
                .setParameter(1, tenant()).setParameter(2, wanted).getResultList();
        rows.forEach(r -> found.add(new PersonRow((UUID) r[0], (byte[]) r[1])));
        return found;
    }

    /**
     * Adds a person's first key; waits for somebody else who is just adding one.
     *
     * @return false if he has one already, or had one that was destroyed
     */
    public boolean addPersonKey(UUID person, byte[] wrapped, Instant now) {
        return entities.createNativeQuery("insert into desk_keys.person_key (tenant_id, person_id, wrapped, created_at) values (?, ?, ?, ?) on conflict (tenant_id, person_id) do nothing")
                .setParameter(1, tenant()).setParameter(2, person).setParameter(3, wrapped).setParameter(4, Timestamp.from(now)).executeUpdate() == 1;
    }

    /**
     * Some keys, in the order of their persons, that do not begin with a prefix; held against others until the transaction ends.
     *
     * @param from only those of this person and of later ones
     */
    @SuppressWarnings("unchecked")
    public List<PersonRow> personKeysWithout(byte[] prefix, UUID from, int atMost) {
        List<Object[]> rows = entities.createNativeQuery("select person_id, wrapped from desk_keys.person_key where tenant_id = ? and person_id >= ? and wrapped is not null"
                        + " and substring(wrapped from 1 for " + prefix.length + ") <> ? order by person_id limit ? for update")
                .setParameter(1, tenant()).setParameter(2, from).setParameter(3, prefix).setParameter(4, atMost).getResultList();
        return rows.stream().map(r -> new PersonRow((UUID) r[0], (byte[]) r[1])).toList();
    }

    /** How many keys do not begin with a prefix. */
    public long countPersonKeysWithout(byte[] prefix) {
        return ((Number) entities.createNativeQuery("select count(*) from desk_keys.person_key where tenant_id = ? and wrapped is not null and substring(wrapped from 1 for " + prefix.length + ") <> ?")
                .setParameter(1, tenant()).setParameter(2, prefix).getSingleResult()).longValue();
    }

    /** Wraps a person's key anew; nothing happens if it was destroyed meanwhile. */
    public void rewrap(UUID person, byte[] wrapped) {
        entities.createNativeQuery("update desk_keys.person_key set wrapped = ? where tenant_id = ? and person_id = ? and wrapped is not null")
                .setParameter(1, wrapped).setParameter(2, tenant()).setParameter(3, person).executeUpdate();
    }

    /** Destroys a person's key for ever; the row stays, so that no other key is made for him. Again it changes nothing. */
    public void destroyPersonKey(UUID person, Instant now) {
        entities.createNativeQuery("insert into desk_keys.person_key (tenant_id, person_id, wrapped, created_at, destroyed_at) values (?, ?, null, ?, ?)"
                        + " on conflict (tenant_id, person_id) do update set wrapped = null, destroyed_at = excluded.destroyed_at where desk_keys.person_key.wrapped is not null")
                .setParameter(1, tenant()).setParameter(2, person).setParameter(3, Timestamp.from(now)).setParameter(4, Timestamp.from(now)).executeUpdate();
    }

    /** Destroys the tenant's keys for ever; gives how many there were. */
    public long destroyTenantKeys(Instant now) {
        return entities.createNativeQuery("update desk_keys.tenant_key set keyset = null, index_key = null, version = version + 1, changed_at = ? where tenant_id = ? and keyset is not null")
                .setParameter(1, Timestamp.from(now)).setParameter(2, tenant()).executeUpdate();
    }

    /** Destroys the keys of all persons for ever; gives how many there were. */
    public long destroyPersonKeys(Instant now) {
        return entities.createNativeQuery("update desk_keys.person_key set wrapped = null, destroyed_at = ? where tenant_id = ? and wrapped is not null")
                .setParameter(1, Timestamp.from(now)).setParameter(2, tenant()).executeUpdate();
    }

    /** Persons whose keys are destroyed, by id, from the one after {@code after} on. */
    @SuppressWarnings("unchecked")
    public List<UUID> destroyedPersons(UUID after, int atMost) {
        return entities.createNativeQuery("select person_id from desk_keys.person_key where tenant_id = ? and wrapped is null and person_id > ? order by person_id limit ?")
                .setParameter(1, tenant()).setParameter(2, after).setParameter(3, atMost).getResultList();
    }

    /** Whether a key is the one that all nodes use for a purpose; the first one to ask decides. */
    public boolean agrees(String purpose, String fingerprint) {
        entities.createNativeQuery("insert into platform_key (purpose, fingerprint) values (?, ?) on conflict (purpose) do nothing").setParameter(1, purpose).setParameter(2, fingerprint).executeUpdate();
        return registered(purpose).filter(fingerprint::equals).isPresent();
    }

    /** The fingerprint of the key that all nodes use for a purpose, empty if there is none yet. */
    @SuppressWarnings("unchecked")
    public Optional<String> registered(String purpose) {
        return entities.createNativeQuery("select fingerprint from platform_key where purpose = ?").setParameter(1, purpose).getResultStream().findFirst();
    }

    /** Some keys of persons as they are stored, as JSON, in the order of their persons, from the one after {@code after} on; null for the first, who is nobody. */
    @SuppressWarnings("unchecked")
    public List<String> personKeyLines(UUID after, int atMost) {
        return entities.createNativeQuery("select cast(to_jsonb(k) as text) from desk_keys.person_key k where tenant_id = ? and person_id " + (after == null ? ">=" : ">") + " ? order by person_id limit ?")
                .setParameter(1, tenant()).setParameter(2, after == null ? Ids.FIRST : after).setParameter(3, atMost).getResultList();
    }

    /** Adds keys of persons as they were stored elsewhere; those that this tenant has already stay. */
    public void addPersonKeyLines(List<String> lines) {
        entities.createNativeQuery("insert into desk_keys.person_key select r.* from jsonb_populate_recordset(cast(null as desk_keys.person_key), cast(? as jsonb)) r"
                + " where r.tenant_id = ? on conflict (tenant_id, person_id) do nothing").setParameter(1, "[" + String.join(",", lines) + "]").setParameter(2, tenant()).executeUpdate();
    }

    /** The key that other platforms lock keys of tenants with; empty before the first is made. */
    @SuppressWarnings("unchecked")
    public Optional<TransferRow> transferKey() {
        List<Object[]> rows = entities.createNativeQuery("select vault, keyset, public_key from desk_keys.transfer_key").getResultList();
        return rows.stream().findFirst().map(r -> new TransferRow((String) r[0], (byte[]) r[1], (String) r[2]));
    }

    /** Adds it, unless somebody else just did. */
    public void addTransferKey(TransferRow row, Instant now) {
        entities.createNativeQuery("insert into desk_keys.transfer_key (vault, keyset, public_key, made_at) values (?, ?, ?, ?) on conflict (single) do nothing")
                .setParameter(1, row.vault()).setParameter(2, row.keyset()).setParameter(3, row.publicKey()).setParameter(4, Timestamp.from(now)).executeUpdate();
    }

    private UUID tenant() {
        return context.tenantId().value();
    }
}
