package dev.pledgedesk.portal;

import dev.pledgedesk.promise.ClockReading;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The promises of a ticket for its customer; what does not count any more is not worth his time. */
@RequestScoped
public class PromiseLines {

    @Inject
    Promises promises;

    @Inject
    RequestLanguage language;

    List<PromiseLine> of(UUID ticket) {
        return of(promises.of(ticket));
    }

    /** Some in words; what was cancelled is left out. */
    List<PromiseLine> of(List<ClockView> clocks) {
        return clocks.stream().filter(c -> c.reading().state() != ClockState.CANCELLED).map(this::line).toList();
    }

    private PromiseLine line(ClockView c) {
        ClockReading r = c.reading();
        String name = c.name().in(language.locale());
        return switch (r.state()) {
            case RUNNING -> new PromiseLine(name, r.brokenAt() == null ? "open" : "late", r.dueAt());
            case PAUSED -> new PromiseLine(name, "paused", null);
            default -> new PromiseLine(name, r.brokenAt() == null ? "kept" : "broken", r.ran().get(r.ran().size() - 1).to());
        };
    }
}
