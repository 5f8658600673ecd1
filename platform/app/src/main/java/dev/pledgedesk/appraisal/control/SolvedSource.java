package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.tenancy.AppraisalSection.Source;
import dev.pledgedesk.ticket.TicketWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many of somebody's tickets were solved. */
@ApplicationScoped
public class SolvedSource implements IndicatorSource {

    @Inject
    TicketWork tickets;

    @Override
    public Source source() {
        return Source.SOLVED;
    }

    @Override
    public Map<UUID, Measured> of(Instant from, Instant until) {
        Map<UUID, Measured> all = new HashMap<>();
        tickets.solved(from, until).forEach((who, n) -> all.put(who, new Measured(BigDecimal.valueOf(n), n.intValue(), List.of())));
        return all;
    }

    @Override
    public Measured nothing() {
        return Measured.NONE;
    }
}
