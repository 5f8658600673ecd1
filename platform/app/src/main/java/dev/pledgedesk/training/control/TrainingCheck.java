package dev.pledgedesk.training.control;

import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.SectionFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TrainingSection.Course;
import dev.pledgedesk.tenancy.TrainingSection.Draw;
import dev.pledgedesk.tenancy.TrainingSection.Duty;
import dev.pledgedesk.tenancy.TrainingSection.Exam;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import dev.pledgedesk.tenancy.TrainingSection.Programme;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import dev.pledgedesk.tenancy.TrainingSection.Scheme;
import dev.pledgedesk.tenancy.TrainingSection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of {@code training.yaml} that a schema cannot say: keys lead somewhere, weights make 100, and nobody is asked for a pass that nobody can have. */
@ApplicationScoped
public class TrainingCheck implements ConfigCheck {

    private static final String SECTION = "training";
    private static final int WHOLE = 100;

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        if (config.training() != null) {
            new Sheet(new SectionFindings(SECTION, config, findings), config.training()).check();
        }
    }

    /** One check of one file. */
    private record Sheet(SectionFindings in, TrainingSection training) {

        void check() {
            Set<String> topics = in.each("/topics", training.topics(), Named::key, (at, topic) -> in.languages(at + "/name", topic.name()));
            Set<String> courses = in.each("/courses", training.courses(), Course::key, (at, course) -> {
                in.languages(at + "/name", course.name());
                in.languages(at + "/goal", course.goal());
                in.languages(at + "/content", course.content());
                in.known(at + "/topics", course.topics(), topics);
            });
            Set<String> exams = in.each("/exams", training.exams(), Exam::key, (at, exam) -> {
                in.languages(at + "/name", exam.name());
                for (int d = 0; d < exam.draws().size(); d++) {
                    draw(at + "/draws/" + d, exam.draws().get(d), topics);
                }
            });
            Set<String> qualifications = in.each("/qualifications", training.qualifications(), Qualification::key, (at, qualification) -> {
                in.languages(at + "/name", qualification.name());
                in.known(at + "/courses", qualification.courses(), courses);
                if (qualification.scheme() != null) {
                    scheme(at + "/scheme", qualification.scheme(), exams);
                }
            });
            duties(qualifications);
            in.each("/programmes", training.programmes(), Programme::key, (at, programme) -> {
                in.languages(at + "/name", programme.name());
                in.known(at + "/roles", programme.roles(), in.roles());
                in.known(at + "/courses", programme.courses(), courses);
            });
        }

        private void draw(String at, Draw draw, Set<String> topics) {
            in.known(at + "/topic", draw.topic(), topics);
            if (draw.from() > draw.to()) {
                in.add(at + "/from", "config.from-to");
            }
        }

        private void scheme(String at, Scheme scheme, Set<String> exams) {
            if (scheme.weights() != WHOLE) {
                in.add(at, "config.weights", scheme.weights());
            }
            if (scheme.theory() != null) {
                in.known(at + "/theory/exam", scheme.theory().exam(), exams);
            }
            if (scheme.practice() != null) {
                in.each(at + "/practice/items", scheme.practice().items(), Item::key, (item, i) -> in.languages(item + "/name", i.name()));
            }
            if (scheme.conduct() != null) {
                in.each(at + "/conduct/items", scheme.conduct().items(), Item::key, (item, i) -> in.languages(item + "/name", i.name()));
            }
        }

        private void duties(Set<String> qualifications) {
            Set<String> teams = in.config().organisation().teams().stream().map(OrganisationSection.Team::key).collect(Collectors.toSet());
            Set<String> types = in.types();
            for (int i = 0; i < training.duties().size(); i++) {
                Duty duty = training.duties().get(i);
                String at = "/duties/" + i;
                in.known(at + "/needs", duty.needs(), qualifications);
                in.known(at + "/roles", duty.roles(), in.roles());
                in.known(at + "/teams", duty.teams(), teams);
                in.known(at + "/types", duty.types(), types);
            }
        }
    }
}
