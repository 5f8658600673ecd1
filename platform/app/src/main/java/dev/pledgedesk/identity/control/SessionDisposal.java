package dev.pledgedesk.identity.control;

import dev.pledgedesk.privacy.DisposalKind;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import dev.pledgedesk.identity.entity.SessionRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Sessions that ended long ago. */
@ApplicationScoped
public class SessionDisposal implements DisposalKind {

    private static final String KEY = "session";

    @Inject
    SessionRows sessions;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Integer days(Retention rules) {
        return rules.sessions();
    }

    @Override
    public Look look(UUID after, Instant before, boolean marked, int atMost) {
        List<UUID> over = sessions.overAfter(after, before, KEY, marked, atMost);
        return new Look(over, over.size() < atMost ? null : over.get(over.size() - 1));
    }

    @Override
    public Set<UUID> stillOver(Collection<UUID> ids, Instant before) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(sessions.over(ids, before));
    }

    @Override
    public void dispose(UUID id) {
        sessions.remove(id);
    }
}
