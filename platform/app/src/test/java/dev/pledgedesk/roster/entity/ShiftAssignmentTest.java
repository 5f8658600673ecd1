package dev.pledgedesk.roster.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftAssignmentTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int ALLOWED = 5;

    @ParameterizedTest
    @CsvSource({"-60, 0", "0, 0", "300, 0", "359, 0", "360, 6", "720, 12"})
    void lateIsCountedInWholeMinutesBeyondThoseThatAreAllowed(int seconds, int late) {
        ShiftAssignment shift = shift();
        shift.signIn(null, START.plusSeconds(seconds));
        assertThat(shift.lateMinutes(ALLOWED)).isEqualTo(late);
    }

    @Test
    void whoHasNotComeIsNotLateYet() {
        assertThat(shift().lateMinutes(ALLOWED)).isNull();
    }

    private static ShiftAssignment shift() {
        return new ShiftAssignment(UUID.randomUUID(), LocalDate.of(2026, 3, 2), "day", "seat", START, START.plus(Duration.ofHours(8)));
    }
}
