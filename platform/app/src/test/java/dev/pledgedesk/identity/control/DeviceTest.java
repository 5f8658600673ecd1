package dev.pledgedesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sign-in is recognised by families of browsers and systems, and by where it came from as one subscriber. */
class DeviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36                          | chrome  | windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0            | edge    | windows
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15                    | safari  | macos
            Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0                                                                    | firefox | linux
            Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36                    | chrome  | android
            Mozilla/5.0 (Linux; Android 14; V2324A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50   | wechat  | android
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1   | chrome  | ios
            Java-http-client/17.0.2                                                                                                                   | program | other
            curl/8.0 (Linux)                                                                                                                          | program | linux
            """)
    void familiesAreTold(String agent, String browser, String system) {
        assertThat(Device.of(agent)).isEqualTo(new Device(browser, system));
    }

    @Test
    void whoSaysNothingIsAProgram() {
        assertThat(Device.of(null)).isEqualTo(new Device("program", "other"));
    }

    @Test
    void aSubscriberIsOneSource() {
        assertThat(SourceNetwork.of("203.0.113.7")).isEqualTo("cb007107").isNotEqualTo(SourceNetwork.of("203.0.113.8"));
        assertThat(SourceNetwork.of("2001:db8:1:2::1")).isEqualTo(SourceNetwork.of("2001:db8:1:2:ffff::9")).isNotEqualTo(SourceNetwork.of("2001:db8:1:3::1"));
        assertThat(SourceNetwork.of("0:0:0:0:0:0:0:1%lo")).isEqualTo(SourceNetwork.of("::1"));
        assertThat(SourceNetwork.of(null)).isEqualTo(SourceNetwork.of("no.such.name"));
    }
}
