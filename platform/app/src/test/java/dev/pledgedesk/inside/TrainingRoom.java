package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.training.AnswerDraft;
import dev.pledgedesk.training.Assessments;
import dev.pledgedesk.training.Courses;
import dev.pledgedesk.training.EnrolmentState;
import dev.pledgedesk.training.Exams;
import dev.pledgedesk.training.JudgementDraft;
import dev.pledgedesk.training.JudgementKind;
import dev.pledgedesk.training.PaperView;
import dev.pledgedesk.training.Qualifications;
import dev.pledgedesk.training.QuestionBank;
import dev.pledgedesk.training.QuestionContent;
import dev.pledgedesk.training.QuestionDraft;
import dev.pledgedesk.training.SessionDraft;
import dev.pledgedesk.training.SessionView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A desk on which a ticket asks for a pass. */
abstract class TrainingRoom extends PeopleRoom {

    static final ConfigFile ORGANISATION = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]",
            "teams: [{key: first, name: {en: First}, department: desk}, {key: free, name: {en: Free}, department: desk}]", "roles:",
            "- {key: agent, name: {en: Agent}, permissions: [ticket.read, ticket.create, ticket.reply, ticket.write]}",
            "- {key: trainer, name: {en: Trainer}, permissions: [ticket.read, training.read, training.manage]}",
            "- {key: supervisor, name: {en: Supervisor}, permissions: [ticket.read, ticket.create, ticket.write, training.read, duty.except]}"));
    static final ConfigFile TRAINING = new ConfigFile("training.yaml", String.join("\n", "topics: [{key: safety, name: {en: Safety}}]", "courses:",
            "- {key: basics, name: {en: Basics}, kind: onboarding, method: classroom, external: false, topics: [safety], goal: {en: Works safely}, content: {en: Fuses}, days: 1}",
            "exams:", "- {key: theory, name: {en: Theory}, minutes: 60, blind: true, draws: [{topic: safety, kinds: [single], count: 3, points: 10}, {topic: safety, kinds: [short], count: 1, points: 10}]}",
            "qualifications:", "- key: desk-work", "  name: {en: Desk work}", "  months: 12", "  remind: [30]", "  courses: [basics]", "  scheme:", "    pass: 70",
            "    theory: {weight: 40, pass: 60, exam: theory}", "    practice: {weight: 40, pass: 60, items: [{key: call, name: {en: Takes a call}, points: 10, critical: true}]}",
            "    conduct: {weight: 20, pass: 50, peers: 1, items: [{key: manners, name: {en: Manners}, points: 10, critical: false}]}", "    resits: 1", "    resitAfter: 7",
            "- {key: accreditation, name: {en: Accreditation}}", "duties:", "- {needs: [desk-work], roles: [agent], teams: [first]}", "- {needs: [desk-work], roles: [agent], posts: [seat]}",
            "programmes:", "- {key: first-month, name: {en: First month}, roles: [agent], courses: [basics], within: 30}"));

    @Inject
    Qualifications qualifications;

    @Inject
    Assessments assessments;

    @Inject
    QuestionBank bank;

    @Inject
    Exams exams;

    @Inject
    Courses courses;

    TenantId configured(String key) {
        return SmallDesk.configured(configurations, tenants, key, ORGANISATION, TRAINING);
    }

    /** Four questions with one right answer, the first one, and one that somebody marks. */
    void questions(TenantId tenant, Member trainer) {
        by(tenant, trainer, () -> {
            for (int i = 0; i < 4; i++) {
                bank.add(new QuestionDraft("safety", QuestionKind.SINGLE, 2, new QuestionContent(en("Question " + i), List.of(en("right"), en("wrong"), en("also wrong")), List.of(0), null)));
            }
            return bank.add(new QuestionDraft("safety", QuestionKind.SHORT, 3, new QuestionContent(en("What first?"), null, null, en("The fuse"))));
        });
    }

    static LocalizedText en(String text) {
        return new LocalizedText(Map.of("en", text));
    }

    /** Writes a whole paper and hands it in. */
    PaperView written(TenantId tenant, Member who, UUID assessment, boolean well) {
        return by(tenant, who, () -> {
            PaperView paper = exams.begin(assessment);
            keepFromWorkers(paper.id());
            paper.questions().forEach(q -> exams.save(paper.id(), q.place(), paper.seat(), q.kind() == QuestionKind.SHORT ? new AnswerDraft(null, "The fuse")
                    : new AnswerDraft(List.of(place(q.options(), well ? "right" : "wrong")), null)));
            return exams.submit(paper.id(), paper.seat());
        });
    }

    static int place(List<LocalizedText> options, String text) {
        return options.stream().map(o -> o.byTag().get("en")).toList().indexOf(text);
    }

    /** Marks what somebody has to read. */
    PaperView marked(TenantId tenant, Member trainer, int points) {
        return by(tenant, trainer, () -> exams.mark(exams.waiting(PageRequest.first(5)).items().get(0).id(), 4, java.math.BigDecimal.valueOf(points), "Read"));
    }

    /** Comes to a session and is found there. */
    void attended(TenantId a, Member trainer, Member fresh) {
        Instant start = clock.now().plus(Duration.ofMinutes(10));
        SessionView session = by(a, trainer, () -> courses.hold(new SessionDraft("basics", null, start, start.plus(Duration.ofHours(2)), "Room 3", trainer.id(), 1)));
        by(a, fresh, () -> courses.enrol(session.id(), fresh.id()));
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, fresh, () -> courses.attend(session.id(), "ABCD1"))).errors()).extracting(e -> e.message()).containsExactly("training.wrong-code");
        assertThat(by(a, fresh, () -> courses.session(session.id())).code()).as("not his to see").isNull();
        assertThat(by(a, fresh, () -> courses.attend(session.id(), session.code().toLowerCase())).own()).isEqualTo(EnrolmentState.ATTENDED);
        by(a, trainer, () -> courses.close(session.id(), Set.of(fresh.id())));
        assertThat(by(a, fresh, () -> courses.rate(session.id(), 4, "canaryfeedback")).rating()).isEqualByComparingTo("4");
        assertThat(leaks("canaryfeedback")).as("sealed").isEmpty();
    }

    /** His practice and his conduct are judged, by the trainer and by one colleague. */
    void judged(TenantId a, Member trainer, Member peer, UUID id, Member fresh) {
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> assessments.judge(id, new JudgementDraft(JudgementKind.PRACTICE, Map.of("call", 11), null, null)))).errors())
                .extracting(e -> e.pointer()).containsExactly("/marks/call");
        by(a, trainer, () -> assessments.judge(id, new JudgementDraft(JudgementKind.PRACTICE, Map.of("call", 8), "canarypractice", null)));
        by(a, trainer, () -> assessments.judge(id, new JudgementDraft(JudgementKind.CONDUCT, Map.of("manners", 10), null, null)));
        assertThat(by(a, trainer, () -> assessments.get(id)).conduct()).as("a colleague is to be heard").isNull();
        by(a, trainer, () -> assessments.ask(id, peer.id()));
        assertThat(by(a, peer, () -> assessments.questions())).singleElement().satisfies(q -> assertThat(q.staffId()).isEqualTo(fresh.id()));
        by(a, peer, () -> {
            assessments.answer(id, Map.of("manners", 6), "Quiet");
            return null;
        });
        assertThat(by(a, trainer, () -> assessments.get(id)).conduct()).isEqualByComparingTo("80.0");
        assertThat(leaks("canarypractice")).as("sealed").isEmpty();
    }
}
