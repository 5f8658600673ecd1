package dev.pledgedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Times of day to come, also where a day is longer or shorter. */
class DeskClockTest {

    private static final ZoneId SUMMER_TIME = ZoneId.of("Europe/Berlin");
    private static final long FIRST = 1_767_225_600;
    private static final long LAST = 1_830_297_600;

    @Property
    void theNextOneIsToComeAndWithinADay(@ForAll @LongRange(min = FIRST, max = LAST) long second, @ForAll @IntRange(max = 23) int hour) {
        Instant now = Instant.ofEpochSecond(second);
        DeskClock clock = () -> now;
        Instant next = clock.next(LocalTime.of(hour, 0), SUMMER_TIME);
        assertThat(next).isAfter(now).isBeforeOrEqualTo(now.plus(Duration.ofHours(25)));
        // In the hour that a spring night leaves out, the next one there is.
        assertThat(next.atZone(SUMMER_TIME).toLocalTime()).isIn(LocalTime.of(hour, 0), LocalTime.of((hour + 1) % 24, 0));
    }

    @Test
    void thisVeryMomentIsOver() {
        Instant morning = Instant.parse("2026-11-28T22:00:00Z");
        assertThat(((DeskClock) () -> morning).next(LocalTime.of(6, 0), ZoneId.of("Asia/Shanghai"))).isEqualTo("2026-11-29T22:00:00Z");
    }
}
