package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.privacy.DisposalKind;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import dev.pledgedesk.ticket.entity.QuietRequesters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Customers whose tickets are all done and untouched for long, unless a hold or a request that waits keeps them: they are forgotten. */
@ApplicationScoped
public class CustomerDisposal implements DisposalKind {

    private static final String KEY = "customer";
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

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
    public List<UUID> over(Instant before, int atMost) {
        return forgettable(last -> requesters.unmarked(KEY, last, before, BATCH), atMost);
    }

    /** Goes through requesters some at a time and keeps those who can be forgotten, until there are enough. */
    private List<UUID> forgettable(Function<UUID, List<UUID>> someAfter, int atMost) {
        List<UUID> kept = new ArrayList<>();
        List<UUID> some = someAfter.apply(FIRST);
        while (!some.isEmpty() && kept.size() < atMost) {
            Set<UUID> can = erasures.forgettable(some);
            some.stream().filter(can::contains).limit((long) atMost - kept.size()).forEach(kept::add);
            some = someAfter.apply(some.get(some.size() - 1));
        }
        return kept;
    }

    @Override
    public Set<UUID> stillOver(Collection<UUID> ids, Instant before) {
        return erasures.forgettable(requesters.among(ids, before));
    }

    @Override
    public long count(Instant before) {
        return forgettable(last -> requesters.following(last, before, BATCH), Integer.MAX_VALUE).size();
    }

    @Override
    public void dispose(UUID id) {
        erasures.forgetUnneeded(id);
    }
}
