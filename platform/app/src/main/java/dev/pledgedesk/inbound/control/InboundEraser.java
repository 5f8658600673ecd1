package dev.pledgedesk.inbound.control;

import dev.pledgedesk.inbound.entity.InboundMessage;
import dev.pledgedesk.inbound.entity.InboundRows;
import dev.pledgedesk.privacy.PersonEraser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts away what a person has written that still waits, with its files; that it came in stays known. */
@ApplicationScoped
public class InboundEraser implements PersonEraser {

    @Inject
    InboundRows rows;

    @Inject
    Intake intake;

    @Override
    public Map<String, Integer> erase(UUID person) {
        List<InboundMessage> waiting = rows.of(person).stream().filter(m -> m.body() != null).toList();
        waiting.forEach(intake::dispose);
        return Map.of("inboundMessages", waiting.size());
    }
}
