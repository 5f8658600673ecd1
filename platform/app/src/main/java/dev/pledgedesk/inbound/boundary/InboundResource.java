package dev.pledgedesk.inbound.boundary;

import dev.pledgedesk.api.InboundApi;
import dev.pledgedesk.api.model.InboundChannel;
import dev.pledgedesk.api.model.InboundChannelList;
import dev.pledgedesk.api.model.InboundMessage;
import dev.pledgedesk.api.model.InboundMessagePage;
import dev.pledgedesk.api.model.JoinInboundMessage;
import dev.pledgedesk.inbound.ChannelView;
import dev.pledgedesk.inbound.InboundMessages;
import dev.pledgedesk.inbound.InboundState;
import dev.pledgedesk.inbound.InboundView;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Messages that came in, over REST. */
@RequestScoped
public class InboundResource implements InboundApi {

    @Inject
    InboundMessages messages;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public InboundMessagePage listInboundMessages(String state, Integer pageSize, String pageAfter) {
        InboundState wanted = state == null ? null : InboundState.find(state).orElseThrow(() -> Problem.invalid(new FieldError("/state", "field.unknown-key", state)));
        Page<InboundView> page = messages.page(wanted, PageRequest.of(pageSize, pageAfter));
        return new InboundMessagePage().items(page.items().stream().map(InboundResource::message).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public InboundMessage getInboundMessage(UUID messageId) {
        return message(messages.get(messageId));
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public InboundMessage joinInboundMessage(UUID messageId, JoinInboundMessage body, String ifMatch, String idempotencyKey) {
        return message(messages.join(messageId, ETags.required(ifMatch), body.getNumber()));
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public InboundMessage fileInboundMessage(UUID messageId, String ifMatch, String idempotencyKey) {
        return message(messages.file(messageId, ETags.required(ifMatch)));
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public InboundMessage dismissInboundMessage(UUID messageId, String ifMatch, String idempotencyKey) {
        return message(messages.dismiss(messageId, ETags.required(ifMatch)));
    }

    @Override
    @Allowed(Permission.TICKET_READ)
    public InboundChannelList listInboundChannels() {
        return new InboundChannelList().items(messages.channels().stream().map(InboundResource::channel).toList());
    }

    @Override
    @Allowed(Permission.TICKET_WRITE)
    public InboundChannel lookIntoInboundChannel(UUID channelId, String idempotencyKey) {
        return channel(messages.look(channelId));
    }

    private static InboundChannel channel(ChannelView c) {
        return new InboundChannel().id(c.id()).channel(c.channel()).on(c.on()).lookedAt(c.lookedAt()).failingSince(c.failingSince()).failure(c.failure());
    }

    private static InboundMessage message(InboundView m) {
        return new InboundMessage().id(m.id()).channel(m.channel()).way(InboundMessage.WayEnum.fromValue(m.way())).state(InboundMessage.StateEnum.fromValue(m.state().key()))
                .reason(m.reason() == null ? null : InboundMessage.ReasonEnum.fromValue(m.reason())).ticketId(m.ticketId()).sender(m.sender()).senderName(m.senderName()).subject(m.subject()).body(m.body())
                .files(m.files()).sentAt(m.sentAt()).receivedAt(m.receivedAt()).version(m.version());
    }
}
