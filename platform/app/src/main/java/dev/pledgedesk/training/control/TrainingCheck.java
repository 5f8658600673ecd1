package dev.pledgedesk.training.control;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.TrainingSection;
import dev.pledgedesk.tenancy.TrainingSection.Course;
import dev.pledgedesk.tenancy.TrainingSection.Draw;
import dev.pledgedesk.tenancy.TrainingSection.Duty;
import dev.pledgedesk.tenancy.TrainingSection.Exam;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import dev.pledgedesk.tenancy.TrainingSection.Programme;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules of {@code training.yaml} that a schema cannot say: keys lead somewhere, weights make 100, and nobody is asked for a pass that nobody can have. */
@ApplicationScoped
public class TrainingCheck implements ConfigCheck {

    private static final String SECTION = "training";
    private static final int WHOLE = 100;

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        if (config.training() != null) {
            new Sheet(config, config.training(), findings).check();
        }
    }

    /** One check of one file. */
    private record Sheet(TenantConfig config, TrainingSection training, ConfigFindings findings) {

        void check() {
            Set<String> topics = each("/topics", training.topics(), Named::key, (at, topic) -> languages(at + "/name", topic.name()));
            Set<String> courses = each("/courses", training.courses(), Course::key, (at, course) -> {
                languages(at + "/name", course.name());
                languages(at + "/goal", course.goal());
                languages(at + "/content", course.content());
                all(at + "/topics/", course.topics(), topics);
            });
            Set<String> exams = each("/exams", training.exams(), Exam::key, (at, exam) -> {
                languages(at + "/name", exam.name());
                for (int d = 0; d < exam.draws().size(); d++) {
                    draw(at + "/draws/" + d, exam.draws().get(d), topics);
                }
            });
            Set<String> qualifications = each("/qualifications", training.qualifications(), Qualification::key, (at, qualification) -> {
                languages(at + "/name", qualification.name());
                all(at + "/courses/", qualification.courses(), courses);
                if (qualification.scheme() != null) {
                    scheme(at + "/scheme", qualification.scheme(), exams);
                }
            });
            duties(qualifications);
            each("/programmes", training.programmes(), Programme::key, (at, programme) -> {
                languages(at + "/name", programme.name());
                all(at + "/roles/", programme.roles(), roles());
                all(at + "/courses/", programme.courses(), courses);
            });
        }

        private void draw(String at, Draw draw, Set<String> topics) {
            all(at + "/topic", List.of(draw.topic()), topics);
            if (draw.from() > draw.to()) {
                findings.add(SECTION, at + "/from", "config.from-to");
            }
        }

        private void scheme(String at, Scheme scheme, Set<String> exams) {
            if (scheme.weights() != WHOLE) {
                findings.add(SECTION, at, "config.weights", scheme.weights());
            }
            if (scheme.theory() != null) {
                all(at + "/theory/exam", List.of(scheme.theory().exam()), exams);
            }
            if (scheme.practice() != null) {
                each(at + "/practice/items", scheme.practice().items(), Item::key, (item, i) -> languages(item + "/name", i.name()));
            }
            if (scheme.conduct() != null) {
                each(at + "/conduct/items", scheme.conduct().items(), Item::key, (item, i) -> languages(item + "/name", i.name()));
            }
        }

        private void duties(Set<String> qualifications) {
            Set<String> teams = config.organisation().teams().stream().map(OrganisationSection.Team::key).collect(Collectors.toSet());
            Set<String> types = config.tickets().ticketTypes().stream().map(TicketSection.TicketType::key).collect(Collectors.toSet());
            for (int i = 0; i < training.duties().size(); i++) {
                Duty duty = training.duties().get(i);
                String at = "/duties/" + i;
                all(at + "/needs/", duty.needs(), qualifications);
                all(at + "/roles/", duty.roles(), roles());
                all(at + "/teams/", duty.teams(), teams);
                all(at + "/types/", duty.types(), types);
            }
        }

        private Set<String> roles() {
            return config.organisation().roles().stream().map(OrganisationSection.Role::key).collect(Collectors.toSet());
        }

        private <T> Set<String> each(String at, List<T> things, Function<T, String> key, BiConsumer<String, T> rule) {
            Set<String> keys = new HashSet<>();
            for (int i = 0; i < things.size(); i++) {
                if (!keys.add(key.apply(things.get(i)))) {
                    findings.add(SECTION, at + "/" + i + "/key", "config.key-twice", key.apply(things.get(i)));
                }
                rule.accept(at + "/" + i, things.get(i));
            }
            return keys;
        }

        /** Every key is known; {@code at} ends with a slash where there are several. */
        private void all(String at, List<String> keys, Set<String> known) {
            for (int i = 0; i < keys.size(); i++) {
                if (!known.contains(keys.get(i))) {
                    findings.add(SECTION, at.endsWith("/") ? at + i : at, "config.unknown-reference", keys.get(i));
                }
            }
        }

        private void languages(String at, LocalizedText text) {
            findings.languages(SECTION, at, text, config.tenant().locales());
        }
    }
}
