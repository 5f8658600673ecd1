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

    @Override
    public void work(List<UUID> ids) {
        for (UUID id : ids) {
            if (!transport.isConfigured()) {
                transactions.kept(id);
                continue;
            }
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
