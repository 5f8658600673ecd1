package dev.pledgedesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no compiled class tells: every package says what it is for, no file is long, and the one query hint that leaves the transaction is not used. */
class SourcesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    @Test
    void thisModuleKeepsTheRules() throws IOException {
        assertThat(faults(MAIN)).isEmpty();
        assertThat(faults(TEST)).isEmpty();
    }

    @Test
    void theRulesFindTheirFaults(@TempDir Path root) throws IOException {
        Path room = Files.createDirectories(root.resolve("dev/pledgedesk/room"));
        Files.writeString(room.resolve("Long.java"), "// line\n".repeat(401));
        Files.writeString(room.resolve("Hint.java"), "query.setHint(\"" + hint() + "\", true);\n");
        assertThat(faults(root)).containsExactlyInAnyOrder("dev/pledgedesk/room has no package-info.java", "dev/pledgedesk/room/Long.java has 401 lines",
                "dev/pledgedesk/room/Hint.java reads outside the transaction, where no tenant is set");
        Files.writeString(room.resolve("package-info.java"), "package dev.pledgedesk.room;\n");
        assertThat(faults(root)).contains("dev/pledgedesk/room/package-info.java does not say what the package is for");
    }

    private static List<String> faults(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.sorted().flatMap(path -> faultsOf(root, path).stream()).toList();
        }
    }

    private static List<String> faultsOf(Path root, Path path) {
        String name = root.relativize(path).toString();
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> children = Files.list(path)) {
                    boolean code = children.anyMatch(child -> child.toString().endsWith(".java"));
                    return code && !Files.exists(path.resolve("package-info.java")) ? List.of(name + " has no package-info.java") : List.of();
                }
            }
            String text = Files.readString(path);
            if (name.endsWith("package-info.java") && !text.contains("/**")) {
                return List.of(name + " does not say what the package is for");
            }
            long lines = text.lines().count();
            if (lines > 400) {
                return List.of(name + " has " + lines + " lines");
            }
            return text.contains(hint()) ? List.of(name + " reads outside the transaction, where no tenant is set") : List.of();
        } catch (IOException unreadable) {
            return List.of(name + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** In two pieces, or this file would be a fault. */
    private static String hint() {
        return "eclipselink." + "read-only";
    }
}
