package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import org.junit.jupiter.api.Test;

class MainTest {

    private static final int JAVA_8 = 52;

    @Test
    void readsOldAndNewVersionNumbers() {
        assertThat(Main.major("1.8")).isEqualTo(8);
        assertThat(Main.major("11")).isEqualTo(11);
        assertThat(Main.major("17")).isEqualTo(17);
        assertThat(Main.major("25.0.1")).isEqualTo(25);
    }

    @Test
    void anOldJavaCanLoadIt() throws Exception {
        try (var in = new DataInputStream(Main.class.getResourceAsStream("Main.class"))) {
            in.skipBytes(6);
            assertThat(in.readUnsignedShort()).isEqualTo(JAVA_8);
        }
        assertThat(Main.class.getDeclaredClasses()).isEmpty();
    }
}
