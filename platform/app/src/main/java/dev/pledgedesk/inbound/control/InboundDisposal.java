package dev.pledgedesk.inbound.control;

import dev.pledgedesk.inbound.entity.InboundMessage;
import dev.pledgedesk.inbound.entity.InboundRows;
import dev.pledgedesk.privacy.RowDisposal;
import dev.pledgedesk.tenancy.PrivacySection.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Messages that nobody has decided about for as long as mails are kept: what they say goes, that they came in stays known. */
@ApplicationScoped
public class InboundDisposal extends RowDisposal {

    @Inject
    InboundRows messages;

    @Inject
    Intake intake;

    public InboundDisposal() {
        super("inbound-message", InboundMessage.class, "r.receivedAt < :before and r.body is not null");
    }

    @Override
    public Integer days(Retention rules) {
        return rules.mails();
    }

    @Override
    public void dispose(UUID id) {
        messages.find(id).ifPresent(intake::dispose);
    }
}
