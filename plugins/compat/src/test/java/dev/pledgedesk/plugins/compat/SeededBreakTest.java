package dev.pledgedesk.plugins.compat;

import static org.assertj.core.api.Assertions.assertThat;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison that the build makes with the API of 1.0.0 sees a break when there is one: the SDK with something taken away, changed or added is held against it. */
class SeededBreakTest {

    private static final Path SOURCES = Path.of("../../sdk/spi/src/main/java");
    private static final Path BASELINE = Path.of("../../sdk/spi/baseline/spi-1.0.0.jar");

    @TempDir
    Path folder;

    @Test
    void theSdkAsItIsBreaksNothing() throws IOException {
        assertThat(broken("Store.java", "", "")).isEmpty();
    }

    @Test
    void whatIsTakenAwayOrChangedIsSeen() throws IOException {
        assertThat(broken("Store.java", "    boolean remove(String key, long expected);", "")).as("a method that plugins call").containsExactly("dev.pledgedesk.sdk.Store");
        assertThat(broken("MessageSnapshot.java", "boolean internal, String body", "boolean internal, CharSequence body")).as("a component").containsExactly("dev.pledgedesk.sdk.MessageSnapshot");
        assertThat(broken("DeskEventListener.java", "    Set<String> types();", "    Set<String> types();\n\n    void more();")).as("something that every plugin would have to implement").containsExactly("dev.pledgedesk.sdk.DeskEventListener");
    }

    @Test
    void whatIsAddedBreaksNobody() throws IOException {
        assertThat(broken("DeskEventListener.java", "    Set<String> types();", "    Set<String> types();\n\n    default boolean more() {\n        return false;\n    }")).isEmpty();
        assertThat(broken("FieldValue.java", "public record FieldValue(String key, String value) {", "public record FieldValue(String key, String value) {\n    public boolean isEmpty() {\n        return value.isEmpty();\n    }")).isEmpty();
    }

    /** Names of types that the SDK with one text replaced by another would break. */
    private List<String> broken(String file, String from, String to) throws IOException {
        Path sources = Files.createTempDirectory(folder, "sources");
        List<Path> all;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            all = files.filter(f -> f.toString().endsWith(".java")).toList();
        }
        List<String> copies = all.stream().map(original -> copy(original, sources, file, from, to).toString()).toList();
        Path classes = Files.createTempDirectory(folder, "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            assertThat(compiler.getTask(errors, manager, null, List.of("--release", "17", "-parameters", "-d", classes.toString()), null, manager.getJavaFileObjects(copies.toArray(String[]::new))).call()).as(errors.toString()).isTrue();
        }
        Path jar = Files.createTempFile(folder, "spi", ".jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out); Stream<Path> made = Files.walk(classes)) {
            for (Path made1 : made.filter(f -> f.toString().endsWith(".class")).toList()) {
                zip.putNextEntry(new JarEntry(classes.relativize(made1).toString()));
                zip.write(Files.readAllBytes(made1));
                zip.closeEntry();
            }
        }
        return new JarArchiveComparator(new JarArchiveComparatorOptions()).compare(new JApiCmpArchive(BASELINE.toFile(), "1.0.0"), new JApiCmpArchive(jar.toFile(), "now")).stream()
                .filter(c -> !c.isBinaryCompatible() || !c.isSourceCompatible()).map(JApiClass::getFullyQualifiedName).toList();
    }

    private static Path copy(Path original, Path folder, String file, String from, String to) {
        try {
            String source = Files.readString(original);
            if (original.endsWith(file)) {
                assertThat(source).contains(from);
                source = source.replace(from, to);
            }
            return Files.writeString(folder.resolve(original.getFileName()), source);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
