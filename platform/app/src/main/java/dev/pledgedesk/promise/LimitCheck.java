package dev.pledgedesk.promise;

import dev.pledgedesk.calendar.DraftCalendars;
import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.calendar.WorkCalendar;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.CalendarSection;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.PromiseSection.Step;
import dev.pledgedesk.tenancy.TenantConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for limits, warnings and escalations wherever a draft of a configuration has them; tells each fault by its place. */
public final class LimitCheck {

    private final TenantConfig config;
    private final DraftCalendars made;
    private final String section;
    private final ConfigFindings findings;
    private final DeskClock clock;
    private final Set<String> calendars;

    /** For a section of a draft. */
    public LimitCheck(TenantConfig config, String section, ConfigFindings findings, DeskClock clock) {
        this.config = config;
        this.made = new DraftCalendars(config);
        this.section = section;
        this.findings = findings;
        this.clock = clock;
        this.calendars = Stream.concat(Stream.of(CalendarSection.ALWAYS), config.workCalendars().stream().map(CalendarSection.Calendar::key)).collect(Collectors.toSet());
    }

    /**
     * A limit with its calendar and its warnings.
     *
     * @param pointer of the object that has {@code limit}, {@code calendar} and {@code warnAt}
     * @param limit   null for a time that is named
     */
    public void limit(String pointer, String calendar, String limit, List<Integer> warnAt) {
        known(calendar, calendars, pointer + "/calendar");
        if (limit != null && calendars.contains(calendar) && !ends(calendar, limit)) {
            findings.add(section, pointer + "/limit", "promise.never-ends", limit);
        }
        for (int w = 1; w < warnAt.size(); w++) {
            if (warnAt.get(w) <= warnAt.get(w - 1)) {
                findings.add(section, pointer + "/warnAt/" + w, "promise.not-ascending");
            }
        }
    }

    /**
     * Who is told one after the other.
     *
     * @param pointer of the object that has {@code escalation}
     * @param on      calendars that the times after a break are counted on
     */
    public void escalation(String pointer, List<Step> steps, Collection<String> on) {
        Set<String> roles = config.organisation().roles().stream().map(OrganisationSection.Role::key).collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        Duration last = Duration.ofMinutes(-1);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String at = pointer + "/escalation/" + i;
            all(step.roles(), roles, at + "/roles/");
            for (int r = 0; r < step.roles().size(); r++) {
                if (!told.add(step.roles().get(r))) {
                    findings.add(section, at + "/roles/" + r, "promise.escalates-in-a-circle", step.roles().get(r));
                }
            }
            Duration after = step.after().startsWith("0") ? Duration.ZERO : Limit.parse(step.after()).duration();
            if (!after.isZero() && on.stream().anyMatch(calendar -> !ends(calendar, step.after()))) {
                findings.add(section, at + "/after", "promise.never-ends", step.after());
            }
            if (after.compareTo(last) <= 0) {
                findings.add(section, at + "/after", "promise.not-ascending");
            }
            last = after;
        }
    }

    /** Whether a time comes to its end on a calendar within what can be looked ahead; what is wrong with the calendar itself is told elsewhere. */
    private boolean ends(String key, String text) {
        WorkCalendar calendar;
        try {
            calendar = made.apply(key);
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException wrong) {
            return true;
        }
        Limit limit = Limit.parse(text);
        try {
            calendar.after(clock.now(), limit.duration(), limit.days());
            return true;
        } catch (IllegalStateException never) {
            return false;
        }
    }

    /** Every key of a list is to be one that is known. */
    public void all(List<String> keys, Collection<String> known, String pointer) {
        for (int i = 0; i < keys.size(); i++) {
            known(keys.get(i), known, pointer + i);
        }
    }

    /** A key is to be one that is known. */
    public void known(String key, Collection<String> known, String pointer) {
        if (!known.contains(key)) {
            findings.add(section, pointer, "config.unknown-reference", key);
        }
    }
}
