package dev.pledgedesk.notification.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.notification.control.MailTransport.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends queued mails: read in one transaction, handed over outside any, marked in a second one. */
@ApplicationScoped
public class MailWorker implements DueWorker {

    /** Kind of due work: a mail to be sent. */
    public static final String KIND = "mail";

    private static final int KEPT_AT_ONCE = 100;

    @Inject
    MailTransactions transactions;

    @Inject
    MailTransport transport;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ownTransactions() {
        return true;
    }

    /** One by one to a server, since each may take long and the lease is looked at between batches; what is only kept needs no such care. */
    @Override
    public int batch() {
        return transport.isConfigured() ? 1 : KEPT_AT_ONCE;
    }

    @Override
    public void work(List<UUID> ids) {
        if (!transport.isConfigured()) {
            transactions.kept(ids);
            return;
        }
        for (UUID id : ids) {
            Optional<Letter> letter = transactions.letter(id);
            if (letter.isEmpty()) {
                continue;
            }
            try {
                transport.send(letter.get());
                transactions.sent(id);
            } catch (MailTransport.Refused refused) {
                if (transactions.failed(id, refused.getMessage())) {
                    throw refused;
                }
            }
        }
    }
}
