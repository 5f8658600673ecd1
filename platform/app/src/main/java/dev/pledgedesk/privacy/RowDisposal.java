package dev.pledgedesk.privacy;

import dev.pledgedesk.privacy.entity.DisposalRows;
import dev.pledgedesk.tenancy.TenantOwned;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Records that are one row each, on which nothing hangs and for which nobody else can speak. Extended by whoever keeps them. */
public abstract class RowDisposal implements DisposalKind {

    private final String key;
    private final Class<? extends TenantOwned> type;
    private final String over;

    @Inject
    DisposalRows rows;

    /**
     * For the rows of an entity.
     *
     * @param over JPQL that is true of a row {@code r} whose time has begun to count before {@code :before}
     */
    protected RowDisposal(String key, Class<? extends TenantOwned> type, String over) {
        this.key = key;
        this.type = type;
        this.over = over;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Look look(UUID after, Instant before, boolean marked, int atMost) {
        List<UUID> found = rows.overAfter(type, over, after, before, key, marked, atMost);
        return new Look(found, found.size() < atMost ? null : found.get(found.size() - 1));
    }

    @Override
    public Set<UUID> stillOver(Collection<UUID> ids, Instant before) {
        return Set.copyOf(rows.over(type, over, ids, before));
    }

    @Override
    public void dispose(UUID id) {
        rows.remove(type, id);
    }
}
