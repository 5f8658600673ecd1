package dev.pledgedesk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    private static final String ROOT = """
            openapi: 3.0.3
            paths:
              /cats: {$ref: 'cat/paths.yaml#/cats'}
            components:
              securitySchemes: {bearer: {type: http, scheme: bearer}}
            """;
    private static final String PATHS = """
            cats:
              get:
                x-permission: cat.read
                parameters: [{$ref: '../common/parameters.yaml#/Size'}]
                responses:
                  '200':
                    content:
                      application/json:
                        schema: {$ref: 'schemas.yaml#/Cat'}
                        example: {$ref: 'schemas.yaml#/Cat', since: '2026-03-01', locale: 'no'}
            """;
    private static final String CAT = """
            Unused: {type: string}
            Kitten: {type: object, properties: {mother: {$ref: '#/Cat'}}}
            Cat: {type: object, properties: {example: {$ref: '#/Kitten'}, kittens: {type: array, items: {$ref: '#/Kitten'}}}}
            """;
    private static final String SIZE = "Size: {name: 'page[size]', in: query, schema: {type: integer}}\n";

    @TempDir
    Path directory;

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String bundle(String paths, String cat) throws IOException {
        write("openapi.yaml", ROOT);
        write("cat/paths.yaml", paths);
        write("cat/schemas.yaml", cat);
        write("common/parameters.yaml", SIZE);
        return Yaml.write(Bundle.of(directory.resolve("openapi.yaml")));
    }

    @Test
    void makesOneDocument() throws IOException {
        assertThat(bundle(PATHS, CAT)).isEqualTo("""
                openapi: '3.0.3'
                paths:
                  /cats:
                    get:
                      x-permission: cat.read
                      parameters:
                        - $ref: '#/components/parameters/Size'
                      responses:
                        '200':
                          content:
                            application/json:
                              schema:
                                $ref: '#/components/schemas/Cat'
                              example:
                                $ref: 'schemas.yaml#/Cat'
                                since: '2026-03-01'
                                locale: 'no'
                components:
                  securitySchemes:
                    bearer:
                      type: http
                      scheme: bearer
                  parameters:
                    Size:
                      name: 'page[size]'
                      in: query
                      schema:
                        type: integer
                  schemas:
                    Kitten:
                      type: object
                      properties:
                        mother:
                          $ref: '#/components/schemas/Cat'
                    Cat:
                      type: object
                      properties:
                        example:
                          $ref: '#/components/schemas/Kitten'
                        kittens:
                          type: array
                          items:
                            $ref: '#/components/schemas/Kitten'
                """);
    }

    @Test
    void namesAReferenceThatLeadsNowhere() {
        assertThatThrownBy(() -> bundle(PATHS, "Dog: {type: object}\n")).isInstanceOf(BadContract.class)
                .hasMessage("cat/paths.yaml: $ref schemas.yaml#/Cat leads nowhere");
    }

    @Test
    void refusesTwoComponentsOfOneName() throws IOException {
        write("dog/schemas.yaml", "Cat: {type: string}\n");
        assertThatThrownBy(() -> bundle(PATHS, "Cat: {type: array, items: {$ref: '../dog/schemas.yaml#/Cat'}}\n"))
                .isInstanceOf(BadContract.class)
                .hasMessage("two schemas are called Cat: in cat/schemas.yaml and in dog/schemas.yaml");
    }

    @Test
    void refusesATextThatACommaHasCut() {
        assertThatThrownBy(() -> bundle(PATHS, "Cat: {type: string, description: Small, soft}\n"))
                .isInstanceOf(BadContract.class)
                .hasMessage("cat/schemas.yaml: 'soft' has no value; a text with a comma or colon needs quotes");
    }

    @Test
    void refusesARepeatedKeyWithItsLine() {
        assertThatThrownBy(() -> bundle(PATHS, "Cat: {type: string}\nCat: {type: object}\n"))
                .isInstanceOf(BadContract.class).hasMessageContaining("cat/schemas.yaml").hasMessageContaining("line 2");
    }
}
