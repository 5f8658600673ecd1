package dev.pledgedesk.training.control;

import dev.pledgedesk.identity.DutyGate;
import dev.pledgedesk.identity.MissingPass;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.identity.Work;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TrainingSection;
import dev.pledgedesk.tenancy.TrainingSection.Course;
import dev.pledgedesk.tenancy.TrainingSection.Duty;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import dev.pledgedesk.training.entity.Certificates;
import dev.pledgedesk.training.entity.DutyExceptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The one place that decides whether somebody may be given some work: a pass that holds, or an exception that somebody answers for. */
@ApplicationScoped
@Transactional
public class QualifiedDuty implements DutyGate {

    @Inject
    Certificates certificates;

    @Inject
    DutyExceptions exceptions;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    @Override
    public Map<UUID, List<MissingPass>> missing(Collection<StaffView> members, Work work) {
        TrainingSection training = tenants.config().trainingSaid();
        Map<UUID, Set<String>> needed = new LinkedHashMap<>();
        members.forEach(member -> {
            Set<String> keys = needed(training, member, work);
            if (!keys.isEmpty()) {
                needed.put(member.id(), keys);
            }
        });
        return lacking(training, needed);
    }

    private Map<UUID, List<MissingPass>> lacking(TrainingSection training, Map<UUID, Set<String>> needed) {
        take(needed, keys -> certificates.held(needed.keySet(), clock.now()).forEach((who, held) -> needed.get(who).removeAll(held)));
        take(needed, keys -> exceptions.holding(needed.keySet(), keys, clock.now()).forEach(e -> needed.get(e.staffId()).remove(e.qualification())));
        return needed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stream().map(key -> pass(training, key)).toList()));
    }

    /** Takes away what is there, and whoever lacks nothing any more. */
    private static void take(Map<UUID, Set<String>> needed, Consumer<Set<String>> taking) {
        if (!needed.isEmpty()) {
            taking.accept(needed.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            needed.values().removeIf(Set::isEmpty);
        }
    }

    /** What a member lacks for the work that his roles can bring him. */
    public List<MissingPass> missing(StaffView member) {
        TrainingSection training = tenants.config().trainingSaid();
        Map<UUID, Set<String>> needed = new HashMap<>(Map.of(member.id(), training.duties().stream().filter(duty -> isAsked(duty, member)).flatMap(duty -> duty.needs().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new))));
        needed.values().removeIf(Set::isEmpty);
        return lacking(training, needed).getOrDefault(member.id(), List.of());
    }

    /** Keys of the qualifications that work asks of a member. */
    static Set<String> needed(TrainingSection training, StaffView member, Work work) {
        return training.duties().stream().filter(duty -> fits(duty, member, work)).flatMap(duty -> duty.needs().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean fits(Duty duty, StaffView member, Work work) {
        return isAsked(duty, member) && (work.isShift() ? duty.posts().contains(work.post()) : duty.posts().isEmpty() && fits(duty.teams(), work.team()) && fits(duty.types(), work.type()));
    }

    private static boolean isAsked(Duty duty, StaffView member) {
        return duty.roles().isEmpty() || duty.roles().stream().anyMatch(member.roles()::contains);
    }

    private static boolean fits(List<String> wanted, String key) {
        return wanted.isEmpty() || wanted.contains(key);
    }

    private static MissingPass pass(TrainingSection training, String key) {
        Qualification qualification = training.qualification(key).orElseThrow();
        List<LocalizedText> courses = training.coursesOf(qualification).map(Course::name).toList();
        LocalizedText where = courses.isEmpty() ? Messages.everywhere(qualification.scheme() == null ? "training.where-elsewhere" : "training.where-assessment")
                : new LocalizedText(Messages.LOCALES.stream().collect(Collectors.toMap(Locale::toLanguageTag, in -> courses.stream().map(c -> c.in(in)).collect(Collectors.joining(Messages.in(in).text("training.and"))))));
        return new MissingPass(key, qualification.name(), where);
    }
}
