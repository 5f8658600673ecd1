package dev.pledgedesk.inbound;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.inbound.control.ChannelTransactions;
import dev.pledgedesk.inbound.control.Decisions;
import dev.pledgedesk.inbound.control.InboundText;
import dev.pledgedesk.inbound.control.InboundText.Words;
import dev.pledgedesk.inbound.entity.Channel;
import dev.pledgedesk.inbound.entity.Channels;
import dev.pledgedesk.inbound.entity.InboundMessage;
import dev.pledgedesk.inbound.entity.InboundRows;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.privacy.Mask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows what came in and how its channels do, and has staff decide about what waits. */
@ApplicationScoped
@Transactional
public class InboundMessages {

    @Inject
    InboundRows rows;

    @Inject
    Channels channels;

    @Inject
    InboundText text;

    @Inject
    Decisions decisions;

    @Inject
    ChannelTransactions asking;

    @Inject
    Extensions extensions;

    @Inject
    Journal journal;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    /** Those in a state, or all (null), the newest first; what those say that wait is in them, and that it was read is journalled. */
    public Page<InboundView> page(InboundState state, PageRequest request) {
        requireInside();
        Page<InboundMessage> page = rows.page(state, request);
        List<InboundMessage> waiting = page.items().stream().filter(m -> m.body() != null).toList();
        if (!waiting.isEmpty()) {
            text.fetchKeys(waiting);
            journal.write(new Journal.Entry(caller.actor(), "inbound.read", "inbound-message", null, Map.of("messages", waiting.size())));
        }
        return page.map(this::view);
    }

    /** One of them. */
    public InboundView get(UUID id) {
        requireInside();
        InboundMessage message = rows.get(id);
        if (message.body() != null) {
            journal.write(new Journal.Entry(caller.actor(), "inbound.read", "inbound-message", id, Map.of("messages", 1)));
        }
        return view(message);
    }

    /** Has one that waits join a ticket, by number. */
    public InboundView join(UUID id, Long version, String number) {
        requireInside();
        return view(decisions.join(id, version, number));
    }

    /** Has one that waits become a ticket; gives where it is. */
    public InboundView file(UUID id, Long version) {
        requireInside();
        return view(decisions.file(id, version));
    }

    /** Puts one away that waits. */
    public InboundView dismiss(UUID id, Long version) {
        requireInside();
        return view(decisions.dismiss(id, version));
    }

    /** The channels that are, or were, switched on. */
    public List<ChannelView> channels() {
        caller.require(Permission.TICKET_READ);
        customers.requireInside();
        return channels.all().stream().map(this::view).toList();
    }

    /** Has a channel asked at once. */
    public ChannelView look(UUID id) {
        requireInside();
        Channel channel = channels.get(id);
        asking.soon(id);
        return view(channel);
    }

    private void requireInside() {
        caller.require(Permission.TICKET_WRITE);
        customers.requireInside();
    }

    private ChannelView view(Channel c) {
        return new ChannelView(c.id(), c.channel(), extensions.isConfigured(c.channel()), c.lookedAt(), c.failingSince(), c.failure());
    }

    private InboundView view(InboundMessage m) {
        Words words = text.open(m);
        String sender = words.sender() == null ? null : m.isMail() ? Mask.MAIL.apply(words.sender()) : Mask.PHONE.apply(words.sender());
        return new InboundView(m.id(), m.channel(), m.way(), m.state(), m.state() == InboundState.HELD ? m.reason() : null, m.ticketId(), sender, words.senderName(), words.subject(), words.body(), m.files().size(),
                m.sentAt(), m.receivedAt(), m.version());
    }
}
