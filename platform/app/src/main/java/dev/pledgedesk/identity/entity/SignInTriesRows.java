package dev.pledgedesk.identity.entity;

import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Counters of the tenant of the request. Native SQL, because JPA cannot say "insert or count up" in one statement. */
@ApplicationScoped
public class SignInTriesRows extends TenantRepository<SignInTries> {

    /** For the proxy. */
    protected SignInTriesRows() {
        this(null, null);
    }

    @Inject
    public SignInTriesRows(EntityManager entities, TenantContext context) {
        super(SignInTries.class, entities, context);
    }

    /** Counts one more try, in a new window if the last one is over; gives how many there are with it. */
    public int count(UUID id, int most, String subject, Instant now, Instant endsAt) {
        return ((Number) entities().createNativeQuery("insert into sign_in_tries as t (tenant_id, id, tries, most, ends_at, subject) values (?, ?, 1, ?, ?, ?)"
                        + " on conflict (tenant_id, id) do update set most = excluded.most, subject = excluded.subject,"
                        + " tries = case when t.ends_at <= ? then 1 else t.tries + 1 end, told = t.told and t.ends_at > ?,"
                        + " ends_at = case when t.ends_at <= ? then excluded.ends_at else t.ends_at end returning tries")
                .setParameter(1, tenant()).setParameter(2, id).setParameter(3, most).setParameter(4, Timestamp.from(endsAt)).setParameter(5, subject)
                .setParameter(6, Timestamp.from(now)).setParameter(7, Timestamp.from(now)).setParameter(8, Timestamp.from(now)).getSingleResult()).intValue();
    }

    /** Takes a try back that was no failure. */
    public void takeBack(UUID id) {
        entities().createQuery("update SignInTries t set t.tries = t.tries - 1 where t.tenantId = :tenant and t.id = :id and t.tries > 0")
                .setParameter("tenant", tenant()).setParameter("id", id).executeUpdate();
    }

    /** Remembers a fact until a time. */
    public void remember(UUID id, Instant endsAt) {
        entities().createNativeQuery("insert into sign_in_tries (tenant_id, id, tries, most, ends_at) values (?, ?, 0, 1, ?)"
                        + " on conflict (tenant_id, id) do update set ends_at = excluded.ends_at")
                .setParameter(1, tenant()).setParameter(2, id).setParameter(3, Timestamp.from(endsAt)).executeUpdate();
    }

    /** Forgets a counter. */
    public void remove(UUID id) {
        entities().createQuery("delete from SignInTries t where t.tenantId = :tenant and t.id = :id").setParameter("tenant", tenant()).setParameter("id", id)
                .executeUpdate();
    }

    /** Forgets a counter whose window is over; false if a new window has begun. */
    public boolean removeIfOver(UUID id, Instant now) {
        return entities().createQuery("delete from SignInTries t where t.tenantId = :tenant and t.id = :id and t.endsAt <= :now")
                .setParameter("tenant", tenant()).setParameter("id", id).setParameter("now", now).executeUpdate() == 1;
    }
}
