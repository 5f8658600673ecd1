package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.pledgedesk.appraisal.TrainingEffect;
import dev.pledgedesk.appraisal.TrainingEffect.Measure;
import dev.pledgedesk.appraisal.TrainingEffect.Measured;
import dev.pledgedesk.appraisal.TrainingEffect.Verdict;
import dev.pledgedesk.appraisal.TrainingEffects;
import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.training.SessionDraft;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a course has changed is told with the bounds of what can be known, beside colleagues who were not there. */
@ExtendWith(ArquillianExtension.class)
class EffectIT extends TrainingRoom {

    private static final ConfigFile PEOPLE = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]",
            "teams: [{key: first, name: {en: First}, department: desk}, {key: free, name: {en: Free}, department: desk}]", "roles:", "- {key: agent, name: {en: Agent}, permissions: [ticket.read, ticket.write]}",
            "- {key: trainer, name: {en: Trainer}, permissions: [ticket.read, training.read, training.manage]}",
            "- {key: head, name: {en: Head}, permissions: [ticket.read, training.read, appraisal.read]}"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 14;

    @Inject
    TrainingEffects effects;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private void solve(TenantId tenant, List<Member> agents, int each) {
        agents.forEach(agent -> {
            for (int i = 0; i < each; i++) {
                UUID ticket = file(tenant, UUID.randomUUID().toString().substring(24)).id();
                as(tenant, () -> changes.change(ticket, null, new TicketChange(null, null, null, null, agent.id().toString(), null, null, null, null)));
                as(tenant, () -> changes.change(ticket, null, TicketChange.toStatus("open")));
                as(tenant, () -> changes.change(ticket, null, TicketChange.toStatus("solved")));
            }
        });
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    @Test
    void whoWasThereIsHeldAgainstWhoWasNot() {
        TenantId a = SmallDesk.configured(configurations, tenants, "effect-a", PEOPLE, TRAINING);
        TenantId b = SmallDesk.configured(configurations, tenants, "effect-b", PEOPLE, TRAINING);
        Member trainer = member(a, "trainer", "desk");
        Member head = member(a, "head", "desk");
        List<Member> there = Stream.generate(() -> member(a, "agent", "desk", "free")).limit(3).toList();
        List<Member> others = Stream.generate(() -> member(a, "agent", "desk", "free")).limit(2).toList();
        clock.pass(Duration.ofDays(40));
        solve(a, there, 2);
        solve(a, others, 2);
        Instant start = clock.now().plus(Duration.ofDays(1));
        UUID session = by(a, trainer, () -> courses.hold(new SessionDraft("basics", null, start, start.plus(Duration.ofHours(2)), "Room 3", trainer.id(), 5))).id();
        there.forEach(m -> by(a, m, () -> courses.enrol(session, m.id())));
        clock.pass(Duration.between(clock.now(), start).plusMinutes(130));
        by(a, trainer, () -> courses.close(session, there.stream().map(Member::id).collect(Collectors.toSet())));
        by(a, there.get(0), () -> courses.rate(session, 4, null));
        assertThat(by(a, trainer, () -> effects.of("basics", day(start), day(start), DAYS)).tooRecent()).as("nothing can be known yet").isEqualTo(3);
        clock.pass(Duration.ofDays(2));
        solve(a, there.subList(0, 1), 5);
        solve(a, there.subList(1, 2), 6);
        solve(a, there.subList(2, 3), 7);
        solve(a, others.subList(0, 1), 2);
        solve(a, others.subList(1, 2), 3);
        clock.pass(Duration.ofDays(DAYS));

        TrainingEffect effect = by(a, head, () -> effects.of("basics", day(start), day(start), DAYS));
        assertThat(effect.participants()).isEqualTo(3);
        assertThat(effect.tooRecent()).isZero();
        assertThat(effect.rating().mean()).isEqualTo(4);
        Measured solved = measured(effect, Measure.SOLVED);
        assertThat(solved.people()).isEqualTo(3);
        assertThat(solved.change().mean()).as("from one a week to three").isCloseTo(2, within(1e-9));
        assertThat(solved.others().mean()).isEqualTo(0.25);
        assertThat(solved.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(solved.persons()).hasSize(3).allSatisfy(p -> assertThat(p.change().above()).as("of one alone that is not much").isFalse());
        assertThat(solved.teams()).singleElement().satisfies(t -> assertThat(t.team()).isEqualTo("free"));
        assertThat(measured(effect, Measure.PROMISES).verdict()).as("nothing was measured").isEqualTo(Verdict.TOO_FEW);
        assertThat(measured(by(a, trainer, () -> effects.of("basics", day(start), day(start), DAYS)), Measure.SOLVED)).as("persons are for who appraises").satisfies(m -> {
            assertThat(m.persons()).isEmpty();
            assertThat(m.effect()).as("two colleagues are too few to be shown").isNull();
        });

        assertThat(catchThrowableOfType(Problem.class, () -> by(a, there.get(0), () -> effects.of("basics", day(start), day(start), DAYS))).kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> effects.of("basics", day(start), day(start), 3))).errors()).extracting(FieldError::pointer).containsExactly("/days");
        assertThat(catchThrowableOfType(Problem.class, () -> by(a, trainer, () -> effects.of("juggling", day(start), day(start), DAYS))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(by(b, member(b, "head", "desk"), () -> effects.of("basics", day(start), day(start), DAYS)).sessions()).isZero();
    }

    private static Measured measured(TrainingEffect effect, Measure measure) {
        return effect.measures().stream().filter(m -> m.measure() == measure).findFirst().orElseThrow();
    }
}
