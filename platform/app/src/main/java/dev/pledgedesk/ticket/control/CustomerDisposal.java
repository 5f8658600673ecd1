package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.privacy.DisposalKind;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import dev.pledgedesk.ticket.entity.QuietRequesters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Customers whose tickets are all done and untouched for long, unless a hold or a request that waits keeps them: they are forgotten. */
@ApplicationScoped
public class CustomerDisposal implements DisposalKind {

    private static final String KEY = "customer";

    @Inject
    QuietRequesters requesters;

    @Inject
    Erasures erasures;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Integer days(Retention rules) {
        return rules.customers();
    }

    @Override
    public Look look(UUID after, Instant before, boolean marked, int atMost) {
        List<UUID> quiet = requesters.following(after, before, KEY, marked, atMost);
        Set<UUID> can = erasures.forgettable(quiet);
        return new Look(quiet.stream().filter(can::contains).toList(), quiet.size() < atMost ? null : quiet.get(quiet.size() - 1));
    }

    @Override
    public Set<UUID> stillOver(Collection<UUID> ids, Instant before) {
        erasures.lock(ids);
        return ids.isEmpty() ? Set.of() : erasures.forgettable(requesters.among(ids, before));
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void dispose(UUID id) {
        erasures.forgetUnneeded(id);
    }
}
