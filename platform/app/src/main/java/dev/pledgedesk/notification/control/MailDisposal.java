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
    public List<UUID> over(Instant before, int atMost) {
        return mails.overUnmarked(KEY, before, atMost);
    }

    @Override
    public Set<UUID> stillOver(Collection<UUID> ids, Instant before) {
        return Set.copyOf(mails.over(ids, before));
    }

    @Override
    public long count(Instant before) {
        return mails.countOver(before);
    }

    @Override
    public void dispose(UUID id) {
        mails.remove(id);
    }
}
