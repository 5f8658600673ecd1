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
    public List<UUID> over(Instant before, int atMost) {
        return sessions.overUnmarked(KEY, before, atMost);
    }

    @Override
    public Set<UUID> stillOver(Collection<UUID> ids, Instant before) {
        return Set.copyOf(sessions.over(ids, before));
    }

    @Override
    public long count(Instant before) {
        return sessions.countOver(before);
    }

    @Override
    public void dispose(UUID id) {
        sessions.remove(id);
    }
}
