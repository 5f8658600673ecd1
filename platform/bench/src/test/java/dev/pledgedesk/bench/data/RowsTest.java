package dev.pledgedesk.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void writesWhatCopyReadsBack() {
        var rows = new Rows();
        rows.add("a\tb\nc\\d").add(null).add(new byte[] {0, (byte) 0xE7}).add(7).add(true).end();
        rows.add("热水器").end();

        assertThat(new String(rows.bytes(), StandardCharsets.UTF_8)).isEqualTo("a\\tb\\nc\\\\d\t\\N\t\\\\x00e7\t7\ttrue\n热水器\n");
    }
}
