package dev.pledgedesk.promise;

import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.CalendarSection;
import dev.pledgedesk.tenancy.CalendarSection.Calendar;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.ComplaintSection.Stage;
import dev.pledgedesk.tenancy.TicketSection.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says in words why a clock reads so: which rule made it, on which calendar, what stopped it, and when it ends. */
@ApplicationScoped
public class ClockWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final double HOURS_OF_A_DAY = 24;

    @Inject
    Tenants tenants;

    /** The whole explanation, in one or more sentences. */
    public String explain(ClockView clock, Messages in) {
        ClockReading r = clock.reading();
        List<String> parts = new ArrayList<>();
        if (clock.limit() == null) {
            parts.add(in.text("promise.explain.named", time(clock.namedAt())));
        } else {
            parts.add(in.text("promise.explain.used", duration(r.elapsed(), clock.limit(), in), duration(clock.limit().duration(), clock.limit(), in), calendar(clock, in)));
        }
        ClockEvent last = last(clock);
        switch (r.state()) {
            case RUNNING -> parts.add(r.brokenAt() != null ? in.text("promise.explain.broken", time(r.brokenAt())) : in.text("promise.explain.due", time(r.dueAt())));
            case PAUSED -> parts.add(in.text("promise.explain.paused", time(last.at()), cause(clock, last, in)));
            case FULFILLED -> parts.add(in.text(r.brokenAt() == null ? "promise.explain.kept" : "promise.explain.late", time(last.at()), r.brokenAt() == null ? "" : time(r.brokenAt())));
            default -> parts.add(in.text("promise.explain.cancelled", time(last.at()), cause(clock, last, in)));
        }
        if (!clock.tables().isEmpty()) {
            parts.add(in.text("promise.explain.tables", String.join(", ", clock.tables())));
        }
        parts.add(in.text("promise.explain.version", String.valueOf(clock.configVersion())));
        return String.join(" ", parts);
    }

    private static ClockEvent last(ClockView clock) {
        return clock.events().stream().filter(e -> switch (e.kind()) {
            case BREACH, WARN, ESCALATE -> false;
            default -> true;
        }).reduce((a, b) -> b).orElseThrow();
    }

    /** What happened, in words. */
    public String event(ClockView clock, ClockEvent event, Messages in) {
        return in.text("promise.event." + event.kind().key(), cause(clock, event, in));
    }

    private String cause(ClockView clock, ClockEvent event, Messages in) {
        return switch (event.kind()) {
            case WARN, ESCALATE -> event.cause();
            case BREACH -> time(event.at());
            default -> {
                int colon = event.cause().indexOf(':');
                String key = colon < 0 ? event.cause() : event.cause().substring(0, colon);
                yield in.text("promise.cause." + key, colon < 0 ? "" : status(clock, event.cause().substring(colon + 1), key.equals("stage"), in));
            }
        };
    }

    /** A status of a workflow or a stage of a regime: what happens to tickets names the one, what happens to complaints the other. */
    private String status(ClockView clock, String key, boolean stage, Messages in) {
        TenantConfig config = tenants.config(clock.configVersion());
        Stream<LocalizedText> names = stage ? config.regimes().stream().flatMap(r -> r.stage(key).stream()).map(Stage::name)
                : config.tickets().workflows().stream().flatMap(w -> w.status(key).stream()).map(Status::name);
        return names.findFirst().map(name -> name.in(in.locale())).orElse(key);
    }

    private String calendar(ClockView clock, Messages in) {
        if (clock.calendar().equals(CalendarSection.ALWAYS)) {
            return in.text("promise.calendar.always");
        }
        TenantConfig config = tenants.config(clock.configVersion());
        return config.workCalendars().stream().filter(c -> c.key().equals(clock.calendar())).findFirst().map(Calendar::name).map(name -> name.in(in.locale())).orElse(clock.calendar());
    }

    /** How much time it is, such as {@code 2 h 5 min} or {@code 1.5 working days}; below zero with a minus. */
    public static String duration(Duration time, Limit limit, Messages in) {
        Duration size = time.abs();
        String sign = time.isNegative() ? "-" : "";
        if (limit != null && limit.days()) {
            return sign + in.text("promise.days", Math.round(size.toMinutes() / 60.0 / HOURS_OF_A_DAY * 10) / 10.0);
        }
        long hours = size.toHours();
        return sign + (hours == 0 ? in.text("promise.minutes", size.toMinutesPart()) : size.toMinutesPart() == 0 ? in.text("promise.hours", hours) : in.text("promise.hours-minutes", hours, size.toMinutesPart()));
    }

    private String time(Instant moment) {
        return moment == null ? "" : TIME.format(moment.atZone(ZoneId.of(tenants.config().tenant().zone())));
    }
}
