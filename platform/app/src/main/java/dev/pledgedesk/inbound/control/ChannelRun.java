package dev.pledgedesk.inbound.control;

import dev.pledgedesk.inbound.control.ChannelTransactions.Turn;
import dev.pledgedesk.inbound.control.Destination.Hold;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.BadAnswer;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.Outcome;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.InboundChannel.Trust;
import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.InboundChannel.Batch;
import dev.pledgedesk.sdk.InboundChannel.File;
import dev.pledgedesk.sdk.InboundChannel.Item;
import dev.pledgedesk.sdk.InboundChannel.Message;
import dev.pledgedesk.sdk.InboundChannel.Report;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketFiling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One turn at a channel: what it brings takes effect piece by piece, each in a transaction of its own and outside of all of them what plugins and files need; then the
 * cursor moves on. What cannot take effect waits for staff, so that nothing stands in the way of what comes after it.
 */
@ApplicationScoped
public class ChannelRun {

    private static final Logger LOG = Logger.getLogger(ChannelRun.class.getName());
    private static final int MOST = 20;
    /** For one that was taken away while it was asked. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_SUBJECT = 1_000;
    private static final int LONGEST_ADDRESS = 320;

    @Inject
    Extensions extensions;

    @Inject
    ChannelTransactions transactions;

    @Inject
    Sorting sorting;

    @Inject
    Intake intake;

    @Inject
    Draft draft;

    @Inject
    TicketFiling filing;

    @Inject
    Attachments attachments;

    @Inject
    ActingFor actingFor;

    void ask(Turn turn) {
        if (!extensions.isConfigured(turn.channel())) {
            transactions.end(turn);
            return;
        }
        Optional<Reply<Batch>> reply = extensions.one(ExtensionPoint.INBOUND_CHANNEL, turn.channel(), turn.id(), visible -> (InboundChannel channel) -> usable(channel.fetch(turn.cursor(), MOST)));
        Batch batch = reply.map(Reply::answer).orElse(null);
        if (batch == null) {
            transactions.failed(turn, reply.map(r -> why((Outcome.Failed<Batch>) r.outcome())).orElse(FailureKind.NOT_MADE.key()));
            return;
        }
        try {
            batch.items().forEach(item -> take(turn.channel(), item));
        } catch (RuntimeException away) {
            // Nothing is lost: the cursor stays, and what has taken effect is known.
            LOG.log(Level.WARNING, "what " + turn.channel() + " has brought could not be taken now", away);
            transactions.failed(turn, "not-taken");
            return;
        }
        transactions.done(turn, batch.cursor(), batch.more() ? Duration.ZERO : extensions.every(turn.channel()).orElse(A_WHILE));
    }

    /** While it rests, the reason is the one it rests for. */
    private static String why(Outcome.Failed<Batch> failed) {
        return failed.kind() == FailureKind.RESTING ? null : failed.kind().key();
    }

    private static Batch usable(Batch batch) {
        if (batch == null || batch.items().size() > MOST) {
            throw new BadAnswer(batch == null ? "null" : "more items than were asked for");
        }
        return batch;
    }

    private void take(String channel, Item item) {
        actingFor.platform();
        if (intake.isKnown(channel, item.id())) {
            return;
        }
        if (item instanceof Report report) {
            intake.take(channel, clean(report));
            return;
        }
        take(channel, clean((Message) item));
    }

    private void take(String channel, Message message) {
        Destination destination = sorting.of(channel, message);
        Uploaded files = uploaded(message, destination);
        boolean cut = message.cut() || files.left();
        try {
            NewTicket ticket = null;
            if (destination instanceof Destination.File file) {
                ticket = ticket(channel, message, file, files.ids());
                destination = ticket == null ? new Hold("no-type", null, file.customer()) : destination;
            }
            intake.take(channel, message, destination, ticket, files.ids(), cut);
        } catch (RuntimeException refused) {
            if (destination instanceof Hold) {
                throw refused;
            }
            LOG.log(refused instanceof Problem ? Level.FINE : Level.WARNING, "a message waits for staff", refused);
            intake.take(channel, message, new Hold("refused", null, customer(destination)), null, files.ids(), cut);
        }
    }

    /** Without what no text of ours can hold, and no longer than one. */
    private static Message clean(Message m) {
        return new Message(m.id(), m.reach(), clean(m.from(), LONGEST_ADDRESS), clean(m.fromName(), LONGEST_ADDRESS), clean(m.subject(), LONGEST_SUBJECT), clean(m.text(), LONGEST_TEXT), m.at(), m.threads(), m.trust(), m.automatic(),
                m.files(), m.cut() || m.text().length() > LONGEST_TEXT);
    }

    private static Report clean(Report r) {
        return new Report(r.id(), clean(r.message(), LONGEST_ADDRESS), r.arrived(), clean(r.reason(), LONGEST_SUBJECT));
    }

    private static String clean(String text, int longest) {
        String without = text.replace("\0", "");
        return without.length() > longest ? without.substring(0, longest) : without;
    }

    private static UUID customer(Destination destination) {
        return destination instanceof Destination.File file ? file.customer() : destination instanceof Destination.Join join ? join.customer() : ((Destination.Note) destination).customer();
    }

    /** The ticket as plugins think of it; null if the tenant has no type for it. */
    private NewTicket ticket(String channel, Message message, Destination.File file, List<UUID> files) {
        // Whoever is not proved may be somebody else: what he calls himself would stand in a mail of ours to the one whose address he has used.
        String name = message.trust() == Trust.PROVED ? message.fromName() : null;
        return draft.ticket(channel, file.customer(), message.reach() == Reach.MAIL, message.from(), name, message.subject(), message.text(), files).map(filing::advised).orElse(null);
    }

    /**
     * Files that were kept.
     *
     * @param left whether some were not
     */
    private record Uploaded(List<UUID> ids, boolean left) {
    }

    private Uploaded uploaded(Message message, Destination destination) {
        List<File> files = new ArrayList<>(message.files().stream().filter(f -> f.content().length > 0).toList());
        if (Draft.isTooLong(message.text()) && !(destination instanceof Hold)) {
            files.add(0, new File("message.txt", message.text().getBytes(StandardCharsets.UTF_8)));
        }
        List<UUID> ids = new ArrayList<>();
        boolean left = files.size() > attachments.maxFiles();
        for (File file : files.subList(0, Math.min(files.size(), attachments.maxFiles()))) {
            try {
                ids.add(attachments.upload(file.name().isBlank() ? "file" : file.name(), new ByteArrayInputStream(file.content())).id());
            } catch (Problem tooLarge) {
                left = true;
            }
        }
        return new Uploaded(ids, left);
    }
}
