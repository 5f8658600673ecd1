package dev.pledgedesk.inbound.control;

import dev.pledgedesk.inbound.entity.InboundMessage;
import dev.pledgedesk.inbound.entity.InboundRows;
import dev.pledgedesk.privacy.RowDisposal;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Messages that came in long ago, also those that nobody has decided about: kept as long as mails are. */
@ApplicationScoped
public class InboundDisposal extends RowDisposal {

    @Inject
    InboundRows messages;

    @Inject
    InboundText text;

    public InboundDisposal() {
        super("inbound-message", InboundMessage.class, "r.receivedAt < :before");
    }

    @Override
    public Integer days(Retention rules) {
        return rules.mails();
    }

    @Override
    public void dispose(UUID id) {
        messages.find(id).filter(m -> m.body() != null).ifPresent(text::forget);
        super.dispose(id);
    }
}
