package dev.pledgedesk.notification.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.notification.MessageLost;
import dev.pledgedesk.notification.ThreadTokens;
import dev.pledgedesk.notification.Way;
import dev.pledgedesk.notification.entity.OutgoingMail;
import dev.pledgedesk.notification.entity.OutgoingMails;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.sdk.NotificationChannel.Message;
import dev.pledgedesk.tenancy.TenantSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The transactions of sending a mail. */
@ApplicationScoped
@Transactional
public class MailTransactions {

    /** How long one who never tells what became of a message keeps it: longer than any channel may take. */
    private static final Duration TAKEN = Duration.ofSeconds(90);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final long SPACE_MILLIS = 125;
    /** From one try to the next; about half a day in all. */
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(8));

    @Inject
    OutgoingMails mails;

    @Inject
    ThreadTokens threads;

    @Inject
    Event<MessageLost> lost;

    @Inject
    MailText text;

    @Inject
    PersonalData personalData;

    @Inject
    Tenants tenants;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** Takes a message to send it; empty if it is not queued any more. Should it not be told what became of it, it comes again. */
    Optional<Outgoing> take(UUID id) {
        Optional<Outgoing> taken = mails.find(id).filter(OutgoingMail::isQueued).map(this::outgoing);
        if (taken.isPresent()) {
            dueWork.again(MailWorker.KIND, id, clock.now().plus(TAKEN));
        } else {
            dueWork.done(MailWorker.KIND, List.of(id));
        }
        return taken;
    }

    private Outgoing outgoing(OutgoingMail mail) {
        TenantSection tenant = tenants.config().tenant();
        String from = tenant.contact().email() == null ? "service@" + tenant.hosts().get(0) : tenant.contact().email();
        return new Outgoing(mail.id(), mail.way(), new Message(mail.id().toString(), text.recipient(mail), from, tenant.name().in(Locale.forLanguageTag(tenant.locales().get(0))), text.subject(mail),
                text.body(mail), Optional.ofNullable(mail.ticketId()).map(threads::of)));
    }

    /** There is no place to send these now; they come again one after the other, as places were lately. */
    void later(List<UUID> ids) {
        for (int i = 0; i < ids.size(); i++) {
            dueWork.again(MailWorker.KIND, ids.get(i), clock.now().plus(MOMENT).plusMillis(i * SPACE_MILLIS));
        }
    }

    /** The channel that has taken the last message of a way; empty if none ever has. */
    Optional<String> lastCarrier(Way way) {
        return mails.lastCarried(way.key());
    }

    void sent(UUID id, String by, String reference) {
        OutgoingMail mail = mails.get(id);
        mail.sent(by, reference, clock.now());
        forgetLast(mail);
        dueWork.done(MailWorker.KIND, List.of(id));
    }

    void kept(List<UUID> ids) {
        mails.findAll(ids).stream().filter(OutgoingMail::isQueued).forEach(mail -> {
            mail.kept();
            forgetLast(mail);
        });
        dueWork.done(MailWorker.KIND, ids);
    }

    /** It was not taken now: it comes again, later each time, until it counts as failed. */
    void failed(UUID id, String error) {
        OutgoingMail mail = mails.get(id);
        if (mail.failed(text.sealError(mail, error))) {
            dueWork.again(MailWorker.KIND, id, clock.now().plus(WAITS.get(Math.min(mail.attempts(), WAITS.size()) - 1)));
        } else {
            giveUp(mail, error);
        }
    }

    /** It will never be taken. */
    void refused(UUID id, String reason) {
        OutgoingMail mail = mails.get(id);
        mail.refused(text.sealError(mail, reason));
        giveUp(mail, reason);
    }

    private void giveUp(OutgoingMail mail, String reason) {
        if (mail.ticketId() != null) {
            lost.fire(new MessageLost(mail.ticketId(), mail.way(), reason));
        }
        forgetLast(mail);
        dueWork.done(MailWorker.KIND, List.of(mail.id()));
    }

    /** Nothing of the last mail to somebody who was forgotten stays here. */
    private void forgetLast(OutgoingMail mail) {
        if (mail.isLast()) {
            personalData.forget(mail.personId());
            mails.remove(mail);
        }
    }
}
