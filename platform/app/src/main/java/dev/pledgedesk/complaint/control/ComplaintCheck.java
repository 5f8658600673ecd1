package dev.pledgedesk.complaint.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.promise.LimitCheck;
import dev.pledgedesk.tenancy.ComplaintSection.Limit;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.ComplaintSection.Stage;
import dev.pledgedesk.tenancy.ComplaintSection.StageKind;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TicketSection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules of {@code complaints.yaml} that a schema cannot say: stages lead to their end, and no complaint is ever without a clock. */
@ApplicationScoped
public class ComplaintCheck implements ConfigCheck {

    private static final String SECTION = "complaints";

    @Inject
    DeskClock clock;

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        if (config.complaints() == null) {
            return;
        }
        names(config, config.severities(), "/severities/", findings);
        names(config, config.causes(), "/causes/", findings);
        List<String> roles = config.organisation().roles().stream().map(OrganisationSection.Role::key).toList();
        LimitCheck known = new LimitCheck(config, SECTION, findings, clock);
        if (config.complaints().patterns() != null) {
            known.all(config.complaints().patterns().roles(), roles, "/patterns/roles/");
        }
        if (config.complaints().report() != null) {
            known.all(config.complaints().report().roles(), roles, "/report/roles/");
        }
        Set<String> keys = new HashSet<>();
        Map<String, String> regimeOfType = new HashMap<>();
        Set<String> types = config.tickets().ticketTypes().stream().map(TicketSection.TicketType::key).collect(Collectors.toSet());
        for (int i = 0; i < config.regimes().size(); i++) {
            Regime regime = config.regimes().get(i);
            String at = "/regimes/" + i;
            LimitCheck limits = new LimitCheck(config, SECTION, findings, clock);
            unique(keys, regime.key(), at + "/key", findings);
            findings.languages(SECTION, at + "/name", regime.name(), config.tenant().locales());
            limits.all(regime.types(), types, at + "/types/");
            for (int t = 0; t < regime.types().size(); t++) {
                String other = regimeOfType.put(regime.types().get(t), regime.key());
                if (other != null) {
                    findings.add(SECTION, at + "/types/" + t, "promise.overlapping-policies", other);
                }
            }
            new RegimeCheck(config, regime, at, limits, findings).run();
        }
    }

    private static void names(TenantConfig config, List<Named> all, String pointer, ConfigFindings findings) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            unique(keys, all.get(i).key(), pointer + i + "/key", findings);
            findings.languages(SECTION, pointer + i + "/name", all.get(i).name(), config.tenant().locales());
        }
    }

    private static void unique(Set<String> keys, String key, String pointer, ConfigFindings findings) {
        if (!keys.add(key)) {
            findings.add(SECTION, pointer, "config.key-twice", key);
        }
    }

    /** One regime. */
    private record RegimeCheck(TenantConfig config, Regime regime, String at, LimitCheck limits, ConfigFindings findings) {

        void run() {
            Set<String> roles = config.organisation().roles().stream().map(OrganisationSection.Role::key).collect(Collectors.toSet());
            Set<String> severities = config.severities().stream().map(Named::key).collect(Collectors.toSet());
            stages(roles);
            ways();
            limits(severities);
            if (regime.opinion() != null) {
                limits.limit(at + "/opinion", regime.opinion().calendar(), regime.opinion().limit(), regime.opinion().warnAt());
            }
            Set<String> above = new HashSet<>();
            for (int l = 0; l < regime.levels().size(); l++) {
                List<String> level = regime.levels().get(l).roles();
                limits.all(level, roles, at + "/levels/" + l + "/roles/");
                for (int r = 0; r < level.size(); r++) {
                    if (!above.add(level.get(r))) {
                        findings.add(SECTION, at + "/levels/" + l + "/roles/" + r, "promise.escalates-in-a-circle", level.get(r));
                    }
                }
            }
            if (regime.silence() != null) {
                limits.limit(at + "/silence", regime.silence().calendar(), regime.silence().every(), List.of());
            }
            for (int t = 0; t < regime.tell().size(); t++) {
                limits.all(regime.tell().get(t).severities(), severities, at + "/tell/" + t + "/severities/");
                limits.all(regime.tell().get(t).roles(), roles, at + "/tell/" + t + "/roles/");
            }
            limits.escalation(at, regime.escalation(), Stream.concat(regime.limits().stream().map(Limit::calendar), Stream.ofNullable(regime.opinion()).map(o -> o.calendar())).distinct().toList());
        }

        private void stages(Set<String> roles) {
            Set<String> keys = new HashSet<>();
            Set<String> all = keys(s -> true);
            for (int i = 0; i < regime.stages().size(); i++) {
                Stage stage = regime.stages().get(i);
                String pointer = at + "/stages/" + i;
                unique(keys, stage.key(), pointer + "/key", findings);
                findings.languages(SECTION, pointer + "/name", stage.name(), config.tenant().locales());
                limits.all(stage.roles(), roles, pointer + "/roles/");
                limits.all(stage.effects().tell(), roles, pointer + "/effects/tell/");
                if (stage.effects().say() != null) {
                    findings.languages(SECTION, pointer + "/effects/say", stage.effects().say(), config.tenant().locales());
                }
                limits.all(stage.next(), all, pointer + "/next/");
                boolean end = stage.kind() == StageKind.ARCHIVED;
                if (end == !stage.next().isEmpty()) {
                    findings.add(SECTION, pointer + (end ? "/next" : ""), end ? "complaint.leads-on" : "complaint.leads-nowhere", stage.key());
                }
                if (!end && stage.roles().isEmpty()) {
                    findings.add(SECTION, pointer, "complaint.nobody-responsible", stage.key());
                }
                if (stage.next().contains(stage.key())) {
                    findings.add(SECTION, pointer + "/next", "complaint.leads-to-itself", stage.key());
                }
                if (stage.kind() == StageKind.WORK && stage.next().stream().anyMatch(keys(s -> s.kind() == StageKind.ARCHIVED)::contains)) {
                    findings.add(SECTION, pointer + "/next", "complaint.archived-unasked", stage.key());
                }
            }
            if (keys(s -> s.kind() == StageKind.ARCHIVED).size() != 1 || keys(s -> s.kind() == StageKind.ASKING).isEmpty() || regime.stages().get(0).kind() != StageKind.WORK) {
                findings.add(SECTION, at + "/stages", "complaint.kinds-of-stages");
            }
            if (!keys(s -> s.kind() == StageKind.WORK).contains(regime.again())) {
                findings.add(SECTION, at + "/again", "config.unknown-reference", regime.again());
            }
        }

        /** Every stage is reached from the first one, and from every stage the customer comes to be asked. */
        private void ways() {
            Set<String> reached = closure(Set.of(regime.stages().get(0).key()), stage -> regime.stage(stage).map(this::after).orElse(Set.of()));
            Set<String> asked = closure(keys(s -> s.kind() == StageKind.ASKING), target -> keys(s -> after(s).contains(target)));
            for (int i = 0; i < regime.stages().size(); i++) {
                Stage stage = regime.stages().get(i);
                if (!reached.contains(stage.key())) {
                    findings.add(SECTION, at + "/stages/" + i, "complaint.never-reached", stage.key());
                } else if (stage.kind() != StageKind.ARCHIVED && !asked.contains(stage.key())) {
                    findings.add(SECTION, at + "/stages/" + i, "complaint.cannot-be-left", stage.key());
                }
            }
        }

        private Set<String> after(Stage stage) {
            Set<String> next = new HashSet<>(stage.next());
            if (stage.kind() == StageKind.ASKING) {
                next.add(regime.again());
            }
            return next;
        }

        private static Set<String> closure(Set<String> begin, Function<String, Set<String>> step) {
            Set<String> all = new HashSet<>(begin);
            Set<String> fresh = begin;
            while (!fresh.isEmpty()) {
                Set<String> further = fresh.stream().flatMap(key -> step.apply(key).stream()).filter(key -> !all.contains(key)).collect(Collectors.toSet());
                all.addAll(further);
                fresh = further;
            }
            return all;
        }

        private void limits(Set<String> severities) {
            Set<String> keys = new HashSet<>();
            Set<String> all = keys(s -> true);
            for (int i = 0; i < regime.limits().size(); i++) {
                Limit limit = regime.limits().get(i);
                String pointer = at + "/limits/" + i;
                unique(keys, limit.key(), pointer + "/key", findings);
                if (limit.key().equals(LimitRules.OPINION)) {
                    findings.add(SECTION, pointer + "/key", "complaint.key-taken", limit.key());
                }
                findings.languages(SECTION, pointer + "/name", limit.name(), config.tenant().locales());
                limits.all(limit.startIn(), all, pointer + "/startIn/");
                limits.all(limit.stopIn(), all, pointer + "/stopIn/");
                limits.all(limit.pauseIn(), keys(s -> s.kind() != StageKind.ARCHIVED), pointer + "/pauseIn/");
                limits.all(limit.when().severities(), severities, pointer + "/when/severities/");
                limits.limit(pointer, limit.calendar(), limit.limit(), limit.warnAt());
                for (int s = 0; s < limit.stopIn().size(); s++) {
                    if (limit.startIn().contains(limit.stopIn().get(s))) {
                        findings.add(SECTION, pointer + "/stopIn/" + s, "promise.starts-and-stops", limit.stopIn().get(s));
                    }
                }
            }
            for (int i = 0; i < regime.stages().size(); i++) {
                Stage stage = regime.stages().get(i);
                if (stage.kind() != StageKind.ARCHIVED && regime.limits().stream().noneMatch(limit -> covers(limit, stage))) {
                    findings.add(SECTION, at + "/stages/" + i, "complaint.without-clock", stage.key());
                }
            }
        }

        /** Whether a limit runs, or stands still for a reason, whenever a complaint is at a stage. */
        private boolean covers(Limit limit, Stage stage) {
            if (!limit.when().severities().isEmpty() || limit.when().complex() != null) {
                return false;
            }
            return limit.isFromReceipt() ? limit.stopIn().stream().allMatch(keys(s -> s.kind() == StageKind.ARCHIVED)::contains) : limit.startIn().contains(stage.key());
        }

        private Set<String> keys(Predicate<Stage> which) {
            return regime.stages().stream().filter(which).map(Stage::key).collect(Collectors.toSet());
        }
    }
}
