package dev.pledgedesk.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file survives the form that is shown again; what others write into the form does not. */
class KeptFileTest {

    @Test
    void comesBackAsItWentOut() {
        KeptFile file = new KeptFile(UUID.fromString("01a20399-e95b-71a2-b36d-00f530ff0774"), 26_214_400, "裂缝 | 近照 <1>.jpg");
        assertThat(KeptFile.parse(file.token())).contains(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "||", "01a20399-e95b-71a2-b36d-00f530ff0774", "01a20399-e95b-71a2-b36d-00f530ff0774|5", "nonsense|5|a.txt",
        "01a20399-e95b-71a2-b36d-00f530ff0774|-5|a.txt", "01a20399-e95b-71a2-b36d-00f530ff0774|9999999999999|a.txt"})
    void whatIsNotOursIsNoFile(String token) {
        assertThat(KeptFile.parse(token)).isEmpty();
    }
}
