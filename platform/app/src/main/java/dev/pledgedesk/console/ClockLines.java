package dev.pledgedesk.console;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.promise.ClockReading;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.ClockWords;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Puts the promises of a record into words for its page. */
@RequestScoped
public class ClockLines {

    @Inject
    ClockWords words;

    @Inject
    RequestLanguage language;

    @Inject
    DeskClock clock;

    /** Those that still run first, the first due first; then the others, the last one first. */
    List<ClockLine> of(List<ClockView> clocks) {
        return clocks.stream().sorted(Comparator.comparing((ClockView c) -> !c.reading().state().isOpen())
                .thenComparing(c -> c.reading().dueAt() == null ? Instant.MAX : c.reading().dueAt())).map(this::line).toList();
    }

    private ClockLine line(ClockView c) {
        Messages in = language.messages();
        return new ClockLine(c.id(), c.name().in(language.locale()), state(c.reading()), left(c, in), c.reading().state().isOpen() ? c.reading().dueAt() : null, words.explain(c, in),
                c.events().stream().map(e -> new ClockLine.Line(e.at(), words.event(c, e, in))).toList(), c.keepable());
    }

    private static String state(ClockReading r) {
        return switch (r.state()) {
            case RUNNING -> r.brokenAt() == null ? "running" : "late";
            case PAUSED -> "paused";
            case FULFILLED -> r.brokenAt() == null ? "kept" : "broken";
            default -> "cancelled";
        };
    }

    private String left(ClockView c, Messages in) {
        if (!c.reading().state().isOpen()) {
            return "";
        }
        if (c.limit() == null) {
            return ClockWords.duration(Duration.between(clock.now(), c.namedAt()), null, in);
        }
        return ClockWords.duration(c.reading().remaining(), c.limit(), in);
    }
}
