package dev.pledgedesk.promise.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.promise.LimitCheck;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of {@code promises.yaml} that a schema cannot say. */
@ApplicationScoped
public class PromiseCheck implements ConfigCheck {

    private static final String SECTION = "promises";

    @Inject
    DeskClock clock;

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        LimitCheck limits = new LimitCheck(config, SECTION, findings, clock);
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
                limits.known(policy.types().get(t), types, pointer + "/types/" + t);
                overlap(policyOfType.put(policy.types().get(t), policy.key()), pointer + "/types/" + t, findings);
            }
            targets(config, limits, policy, pointer, findings);
            limits.escalation(pointer, policy.escalation(), policy.targets().stream().map(Target::calendar).distinct().toList());
        }
    }

    private static void overlap(String other, String pointer, ConfigFindings findings) {
        if (other != null) {
            findings.add(SECTION, pointer, "promise.overlapping-policies", other);
        }
    }

    private static void targets(TenantConfig config, LimitCheck limits, Policy policy, String pointer, ConfigFindings findings) {
        Set<String> categories = config.tickets().categories().stream().map(TicketSection.Category::key).collect(Collectors.toSet());
        Set<String> groups = config.tickets().customerGroups().stream().map(TicketSection.CustomerGroup::key).collect(Collectors.toSet());
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
            limits.limit(at, target.calendar(), target.limit(), target.warnAt());
            limits.all(target.when().categories(), categories, at + "/when/categories/");
            limits.all(target.when().priorities(), priorities, at + "/when/priorities/");
            limits.all(target.when().groups(), groups, at + "/when/groups/");
            limits.all(target.startIn(), statuses, at + "/startIn/");
            limits.all(target.stopIn(), statuses, at + "/stopIn/");
            form(target, at, findings);
            reachable(policy.targets().subList(0, i), target, at, findings);
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
    }

    /** A target that an earlier one of the same metric always comes before would never count. */
    private static void reachable(List<Target> earlier, Target target, String at, ConfigFindings findings) {
        earlier.stream().filter(e -> e.metric() == target.metric() && !e.metric().isByStatus() && e.when().covers(target.when())).findFirst()
                .ifPresent(e -> findings.add(SECTION, at, "promise.never-counts", target.key(), e.key()));
    }
}
