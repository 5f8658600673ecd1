package dev.pledgedesk.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundle that the jar carries. */
class ContractTest {

    private static String text;
    private static SwaggerParseResult parsed;

    @BeforeAll
    static void parse() throws IOException {
        try (InputStream bundle = ContractTest.class.getResourceAsStream("/META-INF/pledgedesk/openapi.yaml")) {
            assertThat(bundle).isNotNull();
            text = new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
        }
        parsed = new OpenAPIV3Parser().readContents(text);
    }

    private static List<Operation> operations() {
        OpenAPI api = parsed.getOpenAPI();
        return api.getPaths().values().stream().flatMap(item -> item.readOperations().stream()).toList();
    }

    @Test
    void isValid() {
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(operations()).isNotEmpty();
    }

    @Test
    void standsAlone() {
        assertThat(text.lines().filter(line -> line.contains("$ref:") && !line.contains("'#/components/"))).isEmpty();
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(operations()).extracting(Operation::getOperationId).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void everyOperationDeclaresItsPermission() {
        assertThat(operations()).allSatisfy(operation -> {
            Map<String, Object> extensions = operation.getExtensions();
            assertThat(extensions).as(operation.getOperationId()).isNotNull();
            assertThat(extensions.get("x-permission")).as(operation.getOperationId()).isInstanceOf(String.class)
                    .asString().isNotBlank();
        });
    }

    @Test
    void keepsNamesWithBrackets() {
        assertThat(parsed.getOpenAPI().getComponents().getParameters().get("PageSize").getName()).isEqualTo("page[size]");
    }
}
