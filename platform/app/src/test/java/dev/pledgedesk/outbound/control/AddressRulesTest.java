package dev.pledgedesk.outbound.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public addresses may be called, others only if the operator says so. */
class AddressRulesTest {

    private static final AddressRules STRICT = AddressRules.read("none");

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "169.254.169.254",
            "168.63.129.16", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.168.1.1", "198.18.0.1", "198.19.255.255", "203.0.113.7", "224.0.0.1",
            "239.255.255.255", "240.0.0.1", "255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
            "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "3fff::1", "4000::1",
            // What the JDK and the system read as 127.0.0.1 and 169.254.169.254.
            "2130706433", "127.1", "2852039166"})
    void whatIsNotPublicIsRefused(String literal) throws UnknownHostException {
        assertThat(STRICT.encrypted("shop.example", address(literal))).isFalse();
        assertThat(STRICT.plain("shop.example", address(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "169.253.255.255",
            "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "2606:4700:4700::1111", "2a00:1450::1", "::ffff:1.1.1.1"})
    void whatIsPublicIsCalledByHttpsOnly(String literal) throws UnknownHostException {
        assertThat(STRICT.encrypted("shop.example", address(literal))).isTrue();
        assertThat(STRICT.plain("shop.example", address(literal))).isFalse();
    }

    @Test
    void theOperatorAllowsNamesAddressesAndRanges() throws UnknownHostException {
        AddressRules rules = AddressRules.read("login.intern, 10.20.0.0/16, http://192.168.7.7, http://[fd00::]/8", "none");
        assertThat(rules.encrypted("LOGIN.intern", address("192.168.1.1"))).isTrue();
        assertThat(rules.encrypted("other.intern", address("192.168.1.1"))).isFalse();
        assertThat(rules.encrypted("login.intern.example", address("192.168.1.1"))).isFalse();
        assertThat(rules.encrypted("any.intern", address("10.20.255.1"))).isTrue();
        assertThat(rules.encrypted("any.intern", address("10.21.0.1"))).isFalse();
        assertThat(rules.plain("login.intern", address("192.168.1.1"))).as("allowed with encryption only").isFalse();
        assertThat(rules.plain("any.intern", address("192.168.7.7"))).isTrue();
        assertThat(rules.encrypted("any.intern", address("192.168.7.7"))).isTrue();
        assertThat(rules.plain("any.intern", address("fd12::1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0", "1.2.3.4/x", "https://login.intern", "*.intern", "login intern"})
    void whatIsNoEntryIsNamed(String entry) {
        assertThatThrownBy(() -> AddressRules.read(entry)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("pledgedesk.outbound.allow")
                .hasMessageContaining(entry);
    }
}
