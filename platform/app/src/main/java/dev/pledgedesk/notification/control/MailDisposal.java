package dev.pledgedesk.notification.control;

import dev.pledgedesk.privacy.DisposalKind;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import dev.pledgedesk.notification.entity.OutgoingMails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Mails that were sent, kept or given up long ago. */
@ApplicationScoped
public class MailDisposal implements DisposalKind {

    private static final String KEY = "mail";

    @Inject
    OutgoingMails mails;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Integer days(Retention rules) {
        return rules.mails();
    }

    @Override
    public Look look(UUID after, Instant before, boolean marked, int atMost) {
        List<UUID> over = mails.overAfter(after, before, KEY, marked, atMost);
        return new Look(over, over.size() < atMost ? null : over.get(over.size() - 1));
    }

    @Override
    public Set<UUID> stillOver(Collection<UUID> ids, Instant before) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(mails.over(ids, before));
    }

    @Override
    public void dispose(UUID id) {
        mails.remove(id);
    }
}
