package dev.pledgedesk.promise.control;

import dev.pledgedesk.calendar.DraftCalendars;
import dev.pledgedesk.calendar.Limit;
import dev.pledgedesk.calendar.WorkCalendar;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.CalendarSection;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Step;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules of {@code promises.yaml} that a schema cannot say. */
@ApplicationScoped
public class PromiseCheck implements ConfigCheck {

    private static final String SECTION = "promises";

    @Inject
    DeskClock clock;

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        Function<String, WorkCalendar> calendars = new DraftCalendars(config);
        Set<String> keys = new HashSet<>();
        Map<String, String> policyOfType = new HashMap<>();
        Set<String> types = config.tickets().ticketTypes().stream().map(TicketSection.TicketType::key).collect(Collectors.toSet());
        for (int i = 0; i < config.policies().size(); i++) {
            Policy policy = config.policies().get(i);
            String pointer = "/policies/" + i;
            if (!keys.add(policy.key())) {
                findings.add(SECTION, pointer + "/key", "config.key-twice", policy.key());
            }
            findings.languages(SECTION, pointer + "/name", policy.name(), config.tenant().locales());
            if (policy.types().isEmpty()) {
                overlap(policyOfType.put("", policy.key()), pointer, findings);
            }
            for (int t = 0; t < policy.types().size(); t++) {
                known(policy.types().get(t), types, pointer + "/types/" + t, findings);
                overlap(policyOfType.put(policy.types().get(t), policy.key()), pointer + "/types/" + t, findings);
            }
            targets(config, calendars, policy, pointer, findings);
            escalation(config, calendars, policy, pointer, findings);
        }
    }

    private static void overlap(String other, String pointer, ConfigFindings findings) {
        if (other != null) {
            findings.add(SECTION, pointer, "promise.overlapping-policies", other);
        }
    }

    private void targets(TenantConfig config, Function<String, WorkCalendar> made, Policy policy, String pointer, ConfigFindings findings) {
        Set<String> calendars = Stream.concat(Stream.of(CalendarSection.ALWAYS), config.workCalendars().stream().map(CalendarSection.Calendar::key)).collect(Collectors.toSet());
        Set<String> categories = config.tickets().categories().stream().map(TicketSection.Category::key).collect(Collectors.toSet());
        Set<String> priorities = Arrays.stream(Priority.values()).map(Priority::key).collect(Collectors.toSet());
        Set<String> statuses = config.tickets().ticketTypes().stream().filter(type -> policy.types().isEmpty() || policy.types().contains(type.key()))
                .flatMap(type -> config.tickets().workflows().stream().filter(w -> w.key().equals(type.workflow()))).flatMap(w -> w.statuses().stream()).map(TicketSection.Status::key).collect(Collectors.toSet());
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < policy.targets().size(); i++) {
            Target target = policy.targets().get(i);
            String at = pointer + "/targets/" + i;
            if (!keys.add(target.key())) {
                findings.add(SECTION, at + "/key", "config.key-twice", target.key());
            }
            findings.languages(SECTION, at + "/name", target.name(), config.tenant().locales());
            known(target.calendar(), calendars, at + "/calendar", findings);
            all(target.when().categories(), categories, at + "/when/categories/", findings);
            all(target.when().priorities(), priorities, at + "/when/priorities/", findings);
            all(target.startIn(), statuses, at + "/startIn/", findings);
            all(target.stopIn(), statuses, at + "/stopIn/", findings);
            form(target, at, findings);
            reachable(policy.targets().subList(0, i), target, at, findings);
            if (target.limit() != null && calendars.contains(target.calendar()) && !ends(made, target.calendar(), target.limit())) {
                findings.add(SECTION, at + "/limit", "promise.never-ends", target.limit());
            }
        }
    }

    private static void form(Target target, String at, ConfigFindings findings) {
        if (target.metric().isNamedTime() == (target.limit() != null)) {
            findings.add(SECTION, at + (target.limit() == null ? "" : "/limit"), target.limit() == null ? "promise.limit-missing" : "promise.limit-not-wanted", target.metric().key());
        }
        if (target.metric().isByStatus() == target.startIn().isEmpty()) {
            findings.add(SECTION, at + (target.startIn().isEmpty() ? "" : "/startIn"), target.startIn().isEmpty() ? "promise.start-missing" : "promise.start-not-wanted", target.metric().key());
        }
        boolean custom = target.metric() == Metric.CUSTOM;
        if (custom == target.stopIn().isEmpty()) {
            findings.add(SECTION, at + (target.stopIn().isEmpty() ? "" : "/stopIn"), target.stopIn().isEmpty() ? "promise.stop-missing" : "promise.stop-not-wanted", target.metric().key());
        }
        for (int s = 0; s < target.stopIn().size(); s++) {
            if (target.startIn().contains(target.stopIn().get(s))) {
                findings.add(SECTION, at + "/stopIn/" + s, "promise.starts-and-stops", target.stopIn().get(s));
            }
        }
        if (target.metric().isNamedTime() && !target.pauseIn().isEmpty()) {
            findings.add(SECTION, at + "/pauseIn", "promise.pause-named", target.metric().key());
        }
        for (int p = 0; p < target.pauseIn().size(); p++) {
            if (target.pauseIn().get(p) == StatusCategory.CLOSED || target.pauseIn().get(p) == StatusCategory.SOLVED) {
                findings.add(SECTION, at + "/pauseIn/" + p, "promise.pause-when-done");
            }
        }
        for (int w = 1; w < target.warnAt().size(); w++) {
            if (target.warnAt().get(w) <= target.warnAt().get(w - 1)) {
                findings.add(SECTION, at + "/warnAt/" + w, "promise.not-ascending");
            }
        }
    }

    /** A target that an earlier one of the same metric always comes before would never count. */
    private static void reachable(List<Target> earlier, Target target, String at, ConfigFindings findings) {
        earlier.stream().filter(e -> e.metric() == target.metric() && !e.metric().isByStatus() && e.when().covers(target.when())).findFirst()
                .ifPresent(e -> findings.add(SECTION, at, "promise.never-counts", target.key(), e.key()));
    }

    private void escalation(TenantConfig config, Function<String, WorkCalendar> made, Policy policy, String pointer, ConfigFindings findings) {
        Set<String> roles = config.organisation().roles().stream().map(OrganisationSection.Role::key).collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        Duration last = Duration.ofMinutes(-1);
        for (int i = 0; i < policy.escalation().size(); i++) {
            Step step = policy.escalation().get(i);
            String at = pointer + "/escalation/" + i;
            all(step.roles(), roles, at + "/roles/", findings);
            for (int r = 0; r < step.roles().size(); r++) {
                if (!told.add(step.roles().get(r))) {
                    findings.add(SECTION, at + "/roles/" + r, "promise.escalates-in-a-circle", step.roles().get(r));
                }
            }
            Duration after = step.after().startsWith("0") ? Duration.ZERO : Limit.parse(step.after()).duration();
            if (!after.isZero() && policy.targets().stream().anyMatch(target -> !ends(made, target.calendar(), step.after()))) {
                findings.add(SECTION, at + "/after", "promise.never-ends", step.after());
            }
            if (after.compareTo(last) <= 0) {
                findings.add(SECTION, at + "/after", "promise.not-ascending");
            }
            last = after;
        }
    }

    /** Whether a time comes to its end on a calendar within what can be looked ahead; what is wrong with the calendar itself is told elsewhere. */
    private boolean ends(Function<String, WorkCalendar> made, String key, String text) {
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

    private static void all(List<String> keys, Collection<String> known, String pointer, ConfigFindings findings) {
        for (int i = 0; i < keys.size(); i++) {
            known(keys.get(i), known, pointer + i, findings);
        }
    }

    private static void known(String key, Collection<String> known, String pointer, ConfigFindings findings) {
        if (!known.contains(key)) {
            findings.add(SECTION, pointer, "config.unknown-reference", key);
        }
    }
}
