package dev.pledgedesk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static ClientAddress trusting(String proxies) {
        ClientAddress address = new ClientAddress();
        address.trustedProxies = proxies;
        address.read();
        return address;
    }

    @Test
    void aStrangersHeaderCountsForNothing() {
        assertEquals("203.0.113.9", trusting("none").of("203.0.113.9", "10.1.1.1"));
        assertEquals("203.0.113.9", trusting("10.0.0.0/8").of("203.0.113.9", "10.1.1.1"));
    }

    @Test
    void onlyWhatTrustedProxiesWroteCounts() {
        ClientAddress address = trusting("10.0.0.0/8, 2001:db8::/32,127.0.0.1");
        assertEquals("198.51.100.7", address.of("127.0.0.1", "198.51.100.7"));
        assertEquals("198.51.100.7", address.of("10.9.8.7", "1.2.3.4, 198.51.100.7, 10.0.0.2"));
        assertEquals("198.51.100.7", address.of("2001:db8::1", "198.51.100.7"));
        assertEquals("10.9.8.7", address.of("10.9.8.7", null));
        assertEquals("10.9.8.7", address.of("10.9.8.7", "198.51.100.7, example.org"));
        assertEquals("11.0.0.1", address.of("11.0.0.1", "198.51.100.7"));
    }

    @Test
    void onlyProxiesOfTheOperatorsAreTrusted() {
        assertTrue(trusting("10.0.0.0/8").isTrusted("10.1.2.3"));
        assertFalse(trusting("10.0.0.0/8").isTrusted("11.1.2.3"));
        assertFalse(trusting("none").isTrusted("127.0.0.1"));
    }

    @Test
    void aWrongRangeStopsTheStart() {
        assertThrows(IllegalArgumentException.class, () -> trusting("10.0.0.0/99"));
        assertThrows(IllegalArgumentException.class, () -> trusting("proxy.example.org"));
    }
}
