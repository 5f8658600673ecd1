package dev.pledgedesk.notification;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.notification.control.MailText;
import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.notification.entity.OutgoingMails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Notes what became of messages that were sent. Takes part in its caller's transaction. */
@ApplicationScoped
public class Receipts {

    @Inject
    OutgoingMails mails;

    @Inject
    MailText text;

    @Inject
    Event<MessageLost> lost;

    /**
     * Notes that a message has arrived, or has come back; nothing if none of that name is under way.
     *
     * @param named its id, or what the channel that took it calls it
     */
    public void note(String named, boolean arrived, String reason) {
        Ids.parse(named).flatMap(mails::find).or(() -> mails.byReference(named)).filter(OutgoingMail::isUnderWay).ifPresent(mail -> {
            if (arrived) {
                mail.arrived();
            } else {
                mail.returned(text.sealError(mail, reason));
                if (mail.ticketId() != null) {
                    lost.fire(new MessageLost(mail.ticketId(), mail.way(), reason));
                }
            }
        });
    }

    /** The ticket that a customer was last written to about by text message; empty if about none. */
    public Optional<UUID> lastTextedAbout(UUID customer) {
        return mails.lastTextTo(customer).map(OutgoingMail::ticketId);
    }
}
