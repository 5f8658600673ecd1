package dev.pledgedesk.complaint.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.complaint.ComplaintOutcome;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.tenancy.ComplaintSection;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.ComplaintSection.StageKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever is done to a complaint, and in whatever order: what every regime promises of it holds. The regimes are those that are delivered. */
class ComplaintCourseTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
    private static final List<String> FOLDERS = List.of("art-platform", "smart-appliance", "smart-home", "call-centre");

    static Regime regime(String folder) {
        try {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("../../tenant-config", folder, "complaints.yaml")));
            return new ObjectMapper().convertValue(read, ComplaintSection.class).regimes().get(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Provide
    Arbitrary<Regime> regimes() {
        return Arbitraries.of(FOLDERS).map(ComplaintCourseTest::regime);
    }

    private static Complaint complaint(Regime regime) {
        return new Complaint(UUID.randomUUID(), "ART-1-C1", UUID.randomUUID(), UUID.randomUUID(), regime, 1, "phone", null, BEGIN.minusSeconds(600), "staff/a", BEGIN);
    }

    /** A complaint with its clocks, to which things are done. */
    private static final class Course {

        final Regime regime;
        final Complaint complaint;
        final PaperSheet sheet = new PaperSheet();
        final Set<String> passed = new HashSet<>();
        Instant now = BEGIN;
        boolean said;
        boolean approved;

        Course(Regime regime) {
            this.regime = regime;
            this.complaint = complaint(regime);
            follow();
        }

        void follow() {
            passed.add(complaint.stage());
            new LimitRules(regime).follow(sheet, complaint, passed);
        }

        /** Does something, or is refused; gives whether it was done. */
        boolean does(int what) {
            now = now.plus(Duration.ofMinutes(7));
            try {
                switch (what % 10) {
                    case 0 -> {
                        complaint.satisfied(regime, now);
                        said = true;
                    }
                    case 1 -> complaint.notSatisfied(regime, now);
                    case 2 -> complaint.askException("staff/a");
                    case 3 -> {
                        boolean granted = what / 10 % 3 == 0;
                        complaint.decideException(regime, granted, what / 10 % 2 == 0 ? "staff/a" : "staff/b", now);
                        approved = granted;
                    }
                    case 4 -> complaint.unconfirmed(regime, now);
                    case 5 -> complaint.complex(!complaint.isComplex());
                    default -> complaint.move(regime, regime.stages().get(what / 10 % regime.stages().size()).key(), now);
                }
                return true;
            } catch (Problem refused) {
                return false;
            } finally {
                follow();
            }
        }
    }

    @Property(tries = 500)
    void noOpenComplaintIsWithoutAClockAndNoneIsClosedUnasked(@ForAll("regimes") Regime regime, @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 999) Integer> steps) {
        Course course = new Course(regime);
        for (int step : steps) {
            boolean wasOpen = course.complaint.isOpen();
            String before = course.complaint.stage();
            int round = course.complaint.round();
            int level = course.complaint.level();
            boolean done = course.does(step);
            Complaint c = course.complaint;
            assertThat(c.isOpen()).isEqualTo(regime.stage(c.stage()).orElseThrow().kind() != StageKind.ARCHIVED);
            if (c.isOpen()) {
                assertThat(course.sheet.open()).as("at %s", c.stage()).isNotEmpty();
                assertThat(course.sheet.lines).filteredOn(l -> l.state == ClockState.PAUSED).allSatisfy(l -> assertThat(l.cause).startsWith("stage:"));
            } else {
                assertThat(course.sheet.open()).isEmpty();
            }
            if (!wasOpen) {
                assertThat(done).as("archived is read-only").isFalse();
            }
            if (done && wasOpen && !c.isOpen()) {
                switch (c.outcome()) {
                    case SATISFIED -> assertThat(course.said).isTrue();
                    case EXCEPTION -> assertThat(course.approved).isTrue();
                    default -> assertThat(regime.stage(before).orElseThrow().kind()).as("only who was asked can be silent").isEqualTo(StageKind.ASKING);
                }
            }
            if (c.round() > round) {
                assertThat(c.stage()).isEqualTo(regime.again());
                assertThat(c.level()).isEqualTo(Math.min(level + 1, regime.levels().size()));
            } else {
                assertThat(c.level()).isEqualTo(level);
            }
        }
    }

    @Property(tries = 200)
    void bringingInStepAgainChangesNothing(@ForAll("regimes") Regime regime, @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 999) Integer> steps) {
        Course course = new Course(regime);
        steps.forEach(course::does);
        List<String> before = course.sheet.lines.stream().map(l -> l.target + l.since + l.state + l.cause).toList();
        course.follow();
        assertThat(course.sheet.lines.stream().map(l -> l.target + l.since + l.state + l.cause)).containsExactlyElementsOf(before);
    }

    @Test
    void limitsCountFromTheReceiptOrFromTheStage() {
        Course course = new Course(regime("art-platform"));
        assertThat(course.sheet.open()).containsOnlyKeys("dispatch", "result", "satisfied");
        assertThat(course.sheet.lines).allSatisfy(l -> assertThat(l.since).as("heard before it was written down").isEqualTo(BEGIN.minusSeconds(600)));
        course.now = BEGIN.plusSeconds(3600);
        course.complaint.move(course.regime, "verifying", course.now);
        course.follow();
        assertThat(course.sheet.open()).containsOnlyKeys("result", "satisfied", "verified");
        assertThat(course.sheet.lines).last().satisfies(l -> assertThat(l.since).isEqualTo(course.now));
        course.complaint.move(course.regime, "deciding", course.now);
        course.complaint.move(course.regime, "arbitration", course.now);
        course.follow();
        assertThat(course.sheet.open()).containsEntry("satisfied", ClockState.PAUSED).containsEntry("arbitrated", ClockState.RUNNING);
        course.complaint.move(course.regime, "asking", course.now);
        course.complaint.notSatisfied(course.regime, course.now);
        course.follow();
        assertThat(course.sheet.open()).as("the result was told once; the department verifies anew").containsOnlyKeys("satisfied", "verified");
    }

    @Test
    void whatTurnsOutToBeComplexHasAnotherLimit() {
        Course course = new Course(regime("smart-appliance"));
        assertThat(course.sheet.open()).containsOnlyKeys("answer", "closed");
        course.complaint.complex(true);
        course.follow();
        assertThat(course.sheet.open()).containsOnlyKeys("closed", "solution");
        assertThat(course.sheet.lines).filteredOn(l -> l.target.equals("solution")).singleElement().satisfies(l -> assertThat(l.since).isEqualTo(BEGIN.minusSeconds(600)));
        course.complaint.complex(false);
        course.follow();
        assertThat(course.sheet.open()).containsOnlyKeys("answer", "closed");
    }

    @Test
    void endingWithoutSatisfactionKeepsNoPromise() {
        Course course = new Course(regime("smart-home"));
        course.complaint.askException("staff/a");
        assertThatThrownBy(() -> course.complaint.decideException(course.regime, true, "staff/a", BEGIN)).isInstanceOf(Problem.class);
        course.complaint.decideException(course.regime, true, "staff/b", BEGIN);
        course.follow();
        assertThat(course.complaint.outcome()).isEqualTo(ComplaintOutcome.EXCEPTION);
        assertThat(course.sheet.lines).allSatisfy(l -> assertThat(l.state).isEqualTo(ClockState.CANCELLED));
    }
}
