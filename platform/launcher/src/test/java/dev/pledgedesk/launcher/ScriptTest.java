package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What bin/pledgedesk gives to the JVM, told by a program in its place. */
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {

    private static final Path SCRIPT = Path.of("src/main/distribution/bin/pledgedesk").toAbsolutePath();

    @TempDir
    Path folder;

    private String options(Map<String, String> environment) throws IOException, InterruptedException {
        Path jvm = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(jvm, "#!/bin/sh\necho \"arenas=$MALLOC_ARENA_MAX $*\"\n");
        Files.setPosixFilePermissions(jvm, PosixFilePermissions.fromString("rwx------"));
        var builder = new ProcessBuilder("sh", SCRIPT.toString(), "check").redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "PLEDGEDESK_JAVA_OPTS", "MALLOC_ARENA_MAX"));
        builder.environment().put("JAVA_HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void heapAndCollectorAreBoundedWhereNothingIsSaid() throws Exception {
        assertThat(options(Map.of())).startsWith("arenas=2 ").contains("-Xmx448m", "-XX:+UseParallelGC").endsWith("pledgedesk.jar check\n");
        assertThat(options(Map.of("PLEDGEDESK_JAVA_OPTS", "-XX:+UseLargePages -XX:MaxGCPauseMillis=200"))).as("no collector").contains("-Xmx448m", "-XX:+UseParallelGC", "-XX:+UseLargePages");
    }

    @Test
    void whatTheOperatorSaysWinsHoweverHeSaysIt() throws Exception {
        for (String variable : List.of("PLEDGEDESK_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
            for (String heap : List.of("-Xms1g", "-Xmx2g", "-XX:MaxRAMPercentage=70", "-XX:MaxHeapSize=1g")) {
                assertThat(options(Map.of(variable, heap))).as(heap).doesNotContain("-Xmx448m").contains("-XX:+UseParallelGC");
            }
            assertThat(options(Map.of(variable, "-XX:+UseG1GC"))).doesNotContain("UseParallelGC").contains("-Xmx448m");
        }
        assertThat(options(Map.of("MALLOC_ARENA_MAX", "8"))).startsWith("arenas=8 ");
    }
}
