package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.Extensions;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.plugin.SdkLists;
import dev.pledgedesk.plugin.SdkTexts;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.ReplyCheck;
import dev.pledgedesk.sdk.ReplyCheck.Finding;
import dev.pledgedesk.tenancy.RequestTransaction;
import dev.pledgedesk.ticket.Conversation.NewMessage;
import dev.pledgedesk.ticket.control.Snapshots;
import dev.pledgedesk.ticket.control.Snapshots.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Messages on their way into a conversation: public replies of staff are read by the tenant's plugins before they leave. */
@ApplicationScoped
public class Replies {

    private static final int MOST_FINDINGS = 20;

    @Inject
    Conversation conversation;

    @Inject
    Extensions extensions;

    @Inject
    Snapshots snapshots;

    @Inject
    RequestTransaction transaction;

    @Inject
    Caller caller;

    /**
     * Adds a message, see {@link Conversation#add}.
     *
     * @param remarksHeard whether its author has read what plugins remark on it, and sends it all the same
     * @throws Problem naming {@code /body} for what must not leave, {@code /remarksHeard} for what should be thought about
     */
    public MessageView add(UUID ticketId, NewMessage draft, boolean remarksHeard) {
        caller.require(Permission.TICKET_REPLY);
        if (caller.isInside() && !draft.internal() && !draft.body().isBlank() && extensions.any(ExtensionPoint.REPLY_CHECK)) {
            check(ticketId, draft.body(), remarksHeard);
        }
        transaction.begin();
        return conversation.add(ticketId, draft);
    }

    private void check(UUID ticketId, String body, boolean remarksHeard) {
        Facts facts = snapshots.visible(ticketId);
        List<FieldError> errors = extensions.<ReplyCheck, List<Finding>>all(ExtensionPoint.REPLY_CHECK, ticketId, visible -> {
            ReplyCheck.Reply reply = new ReplyCheck.Reply(facts.seenBy(visible), body, facts.language());
            // One that gets no texts has nothing to go by.
            return check -> !visible.texts() ? List.<Finding>of() : SdkLists.first(MOST_FINDINGS, Finding.class, check.check(reply));
        }).stream().map(Reply::answer).filter(Objects::nonNull).flatMap(List::stream)
                .filter(finding -> finding.stops() || !remarksHeard)
                .map(finding -> new FieldError(finding.stops() ? "/body" : "/remarksHeard", "plugin.says", SdkTexts.localized(finding.text()))).toList();
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
    }
}
