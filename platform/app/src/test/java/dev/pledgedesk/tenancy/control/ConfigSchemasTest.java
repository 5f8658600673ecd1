package dev.pledgedesk.tenancy.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas that editors of tenants' files use are those that the platform checks by. After a change: {@code -Dschemas.write=true}. */
class ConfigSchemasTest {

    private static final Path FOLDER = Path.of("../../tenant-config/schema");

    static Stream<String> sections() {
        return ConfigSchemas.SECTIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theCommittedSchemaIsTheGeneratedOne(String section) throws IOException {
        Path file = FOLDER.resolve(section + ".schema.json");
        String generated = text(section);
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, generated);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file)).as("%s; run with -Dschemas.write=true", file).isEqualTo(generated);
    }

    private static String text(String section) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                .writeValueAsString(ConfigSchemas.schema(section)) + "\n";
    }
}
