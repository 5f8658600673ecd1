package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDoorTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/tickets", "/api/v1/tickets/%E5%8F%91%e7%a5%a8", "/a%20b", "/a%2Fb", "/%F0%9F%98%80", "/;x=1"})
    void whatIsTextIsLetThrough(String address) {
        assertThat(RequestDoor.isDecodable(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%z", "/%zz", "/%2", "/x%00y", "/%0d%0aX:1", "/%c0%af", "/%E5%8F", "/%ED%A0%80", "/%FF"})
    void whatIsNoneIsNot(String address) {
        assertThat(RequestDoor.isDecodable(address)).isFalse();
    }
}
