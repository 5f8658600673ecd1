package dev.pledgedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A range is known by its first bits; a name is never looked up. */
class AddressRangeTest {

    private static boolean contains(String range, String address) {
        return AddressRange.parse(range).orElseThrow().contains(AddressRange.literal(address));
    }

    @Test
    void theFirstBitsDecide() {
        assertThat(contains("10.0.0.0/8", "10.1.2.3")).isTrue();
        assertThat(contains("10.0.0.0/8", "11.0.0.0")).isFalse();
        assertThat(contains("172.16.0.0/12", "172.31.255.255")).isTrue();
        assertThat(contains("172.16.0.0/12", "172.32.0.0")).isFalse();
        assertThat(contains("192.0.2.7", "192.0.2.7")).isTrue();
        assertThat(contains("192.0.2.7", "192.0.2.6")).isFalse();
        assertThat(contains("0.0.0.0/0", "255.255.255.255")).isTrue();
        assertThat(contains("fc00::/7", "fdff::1")).isTrue();
        assertThat(contains("fc00::/7", "fe00::1")).isFalse();
        assertThat(contains("0.0.0.0/0", "::1")).as("another family").isFalse();
    }

    @Test
    void whatIsNoRangeIsNone() {
        for (String text : new String[] {"", "localhost", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "1.2.3.4.5", "256.1.1.1"}) {
            assertThat(AddressRange.parse(text)).as(text).isEmpty();
        }
    }
}
