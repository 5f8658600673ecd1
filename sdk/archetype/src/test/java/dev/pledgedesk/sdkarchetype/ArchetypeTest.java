package dev.pledgedesk.sdkarchetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archetype makes compiles in the package of its maker, and says nothing of the example's. */
class ArchetypeTest {

    private static final Path TEMPLATE = Path.of("target", "classes", "archetype-resources");

    @Test
    void aNewPluginCompilesInItsOwnPackage(@TempDir Path made) throws IOException {
        for (Path template : files(TEMPLATE)) {
            String text = Files.readString(template);
            assertThat(text).as("%s", template).doesNotContain("com.example").doesNotContain("#set");
            String relative = TEMPLATE.relativize(template).toString().replace("java" + java.io.File.separator, "java/org/acme/hours/");
            Path file = made.resolve(relative);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.replace("${package}", "org.acme.hours").replace("${groupId}", "org.acme").replace("${artifactId}", "hours").replace("${version}", "1.0.0")
                    .replace("${pledgedeskVersion}", "0.1.0-SNAPSHOT"));
        }
        assertThat(files(made)).allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("${"));
        List<String> sources = files(made).stream().map(Path::toString).filter(f -> f.endsWith(".java")).toList();
        assertThat(sources).hasSizeGreaterThan(3);
        List<String> arguments = Stream.concat(Stream.of("-parameters", "-d", made.resolve("classes").toString(), "-cp", System.getProperty("java.class.path")), sources.stream()).toList();
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new))).isZero();
        assertThat(made.resolve("src/main/resources/META-INF/services/dev.pledgedesk.sdk.DeskPlugin")).hasContent("org.acme.hours.ExamplePlugin");
    }

    @Test
    void onlyAPluginsOwnProfileStartsADesk() throws IOException {
        assertThat(Files.readString(TEMPLATE.resolve("pom.xml"))).contains("<id>run</id>").contains("<plugin.run.skip>false</plugin.run.skip>");
        assertThat(Files.readString(Path.of("../plugin-parent/pom.xml"))).as("./mvnw -Prun of the whole would mean it as well").contains("<plugin.run.skip>true</plugin.run.skip>").doesNotContain("<id>run</id>");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
