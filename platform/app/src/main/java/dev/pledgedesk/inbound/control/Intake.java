package dev.pledgedesk.inbound.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.inbound.InboundState;
import dev.pledgedesk.inbound.control.Destination.File;
import dev.pledgedesk.inbound.control.Destination.Hold;
import dev.pledgedesk.inbound.control.Destination.Join;
import dev.pledgedesk.inbound.control.Destination.Note;
import dev.pledgedesk.inbound.control.InboundText.Words;
import dev.pledgedesk.inbound.entity.InboundMessage;
import dev.pledgedesk.inbound.entity.InboundRows;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.notification.Receipts;
import dev.pledgedesk.sdk.InboundChannel.Message;
import dev.pledgedesk.sdk.InboundChannel.Report;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.Conversation;
import dev.pledgedesk.ticket.Conversation.NewMessage;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.PlatformWords;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketFiling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Has a message take effect, and notes in the same transaction that it has. */
@ApplicationScoped
@Transactional
public class Intake {

    /** How long files wait with their message. */
    private static final Duration FILES_KEPT = Duration.ofDays(180);

    @Inject
    InboundRows rows;

    @Inject
    InboundText text;

    @Inject
    Draft draft;

    @Inject
    Conversation conversation;

    @Inject
    TicketFiling filing;

    @Inject
    PlatformWords words;

    @Inject
    Attachments attachments;

    @Inject
    Receipts receipts;

    @Inject
    ActingFor actingFor;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Whether it came in before. */
    boolean isKnown(String channel, String id) {
        return rows.isKnown(channel, id);
    }

    /**
     * Has a message take effect.
     *
     * @param ticket made of it, if it becomes one
     * @param files  that came with it
     * @param cut    whether something of it is missing
     */
    void take(String channel, Message message, Destination destination, NewTicket ticket, List<UUID> files, boolean cut) {
        boolean isMail = message.reach() == Reach.MAIL;
        UUID where = null;
        InboundMessage row;
        if (destination instanceof Join join) {
            row = row(channel, message, join.customer());
            hear(join.ticketId(), join.customer(), message.text(), isMail, files);
            where = join.ticketId();
            row.took(InboundState.JOINED, where);
        } else if (destination instanceof Note note) {
            row = row(channel, message, note.customer());
            where = note.ticketId();
            words.note(where, tenants.messages().text("incoming.machine", message.from()) + "\n\n" + draft.body(message.text()), files);
            row.took(InboundState.NOTED, where);
        } else if (destination instanceof File) {
            TicketDetails filed = filing.fileAlong(ticket).ticket();
            where = filed.id();
            row = row(channel, message, filed.requester().id());
            row.took(InboundState.FILED, where);
        } else {
            row = held(channel, message, (Hold) destination, files, cut);
        }
        rows.add(row);
        if (cut && where != null) {
            words.note(where, tenants.messages().text("incoming.cut"), List.of());
        }
    }

    private InboundMessage held(String channel, Message message, Hold hold, List<UUID> files, boolean cut) {
        InboundMessage row = row(channel, message, hold.customer());
        String says = cut ? message.text() + "\n\n" + tenants.messages().text("incoming.cut") : message.text();
        text.hold(row, hold.reason(), hold.ticketId(), new Words(message.from(), message.fromName(), message.subject(), says), files);
        files.forEach(file -> attachments.keep(file, clock.now().plus(FILES_KEPT)));
        return row;
    }

    private InboundMessage row(String channel, Message message, UUID customer) {
        UUID id = Ids.next();
        return new InboundMessage(id, channel, message.id(), message.reach() == Reach.MAIL ? "mail" : "text", customer == null ? id : customer, message.at(), clock.now());
    }

    /** Notes what became of a message of ours. */
    void take(String channel, Report report) {
        UUID id = Ids.next();
        InboundMessage row = new InboundMessage(id, channel, report.id(), "report", id, clock.now(), clock.now());
        row.took(InboundState.NOTED, null);
        rows.add(row);
        receipts.note(report.message(), report.arrived(), report.reason());
    }

    /** Staff have it join a ticket: as its customer's if it is his address, as a note with the sender's name otherwise. */
    void join(InboundMessage row, UUID ticketId, UUID requester, UUID sender) {
        Words said = text.open(row);
        boolean isMail = row.isMail();
        if (requester.equals(sender)) {
            hear(ticketId, sender, said.body(), isMail, attachments.waiting(row.files()));
        } else {
            words.note(ticketId, tenants.messages().text("incoming.from", said.senderName() == null || said.senderName().isBlank() ? said.sender() : said.senderName() + " <" + said.sender() + ">") + "\n\n" + draft.body(said.body()),
                    attachments.waiting(row.files()));
        }
        decide(row, InboundState.JOINED, ticketId);
    }

    /** Staff have it become a ticket. */
    TicketDetails file(InboundMessage row, NewTicket ticket) {
        TicketDetails filed = actingFor.meanwhile(actingFor::platform, () -> filing.fileAlong(ticket).ticket());
        decide(row, InboundState.FILED, filed.id());
        return filed;
    }

    /** Staff put it away. */
    void dismiss(InboundMessage row) {
        attachments.drop(row.files());
        decide(row, InboundState.DISMISSED, null);
    }

    /** Nobody decides about it any more: what it says goes, with its files. */
    void dispose(InboundMessage row) {
        attachments.drop(row.files());
        row.disposed();
        text.forget(row);
    }

    private void hear(UUID ticketId, UUID customer, String said, boolean isMail, List<UUID> files) {
        actingFor.meanwhile(() -> actingFor.customer(customer), () -> conversation.hear(ticketId, new NewMessage(false, draft.body(said), Draft.way(isMail), null, files)));
    }

    private void decide(InboundMessage row, InboundState state, UUID where) {
        row.decided(state, where, caller.id());
        text.forget(row);
    }
}
