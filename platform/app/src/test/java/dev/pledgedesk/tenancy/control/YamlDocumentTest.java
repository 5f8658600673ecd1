package dev.pledgedesk.tenancy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.tenancy.control.YamlDocument.Place;
import dev.pledgedesk.tenancy.control.YamlDocument.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML is read with the place of every value; what is no plain tree is refused with its place. */
class YamlDocumentTest {

    @Test
    void valuesKeepTheirPlace() throws Unreadable {
        YamlDocument document = YamlDocument.read("""
                # comment
                a: 1
                b:
                  - x
                  - c/d: true
                    e~f: null
                """);
        assertThat(document.placeOf("/a")).isEqualTo(new Place(2, 1));
        assertThat(document.placeOf("/b/0")).isEqualTo(new Place(4, 5));
        assertThat(document.placeOf("/b/1/c~1d")).isEqualTo(new Place(5, 5));
        assertThat(document.placeOf("/b/1/e~0f")).isEqualTo(new Place(6, 5));
        assertThat(document.placeOf("/b/1/absent/deeper")).as("the nearest that is there").isEqualTo(new Place(5, 5));
        assertThat(document.placeOf("/absent").line()).isLessThanOrEqualTo(2);
        assertThat(document.json().toString()).isEqualTo("{\"a\":1,\"b\":[\"x\",{\"c/d\":true,\"e~f\":null}]}");
    }

    @Test
    void numbersKeepTheirDigits() throws Unreadable {
        assertThat(YamlDocument.read("[12345678901234567890, 0.10, '007', yes]").json().toString()).isEqualTo("[12345678901234567890,0.10,\"007\",\"yes\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'a: 1\\nb: 2\\na: 3'      | config.yaml.key-twice  | 3
            'a: [1\\nb: 2'            | config.yaml.broken     | 2
            'a: 1\\n\\tb: 2'          | config.yaml.broken     | 2
            'a: 1\\n? [x]\\n: 2'      | config.yaml.plain-key  | 2
            'a: 1\\nb: !!binary AA==' | config.yaml.tag        | 2
            'a: 1\\nb: .inf'          | config.yaml.number     | 2
            ''                        | config.yaml.empty      | 1
            """)
    void whatIsNoPlainTreeIsRefused(String text, String message, int line) {
        Unreadable refused = catchThrowableOfType(Unreadable.class, () -> YamlDocument.read(text.replace("\\n", "\n").replace("\\t", "\t")));
        assertThat(refused).hasMessage(message);
        assertThat(refused.place().line()).isEqualTo(line);
    }

    @Test
    void bombsAreRefused() {
        assertThat(catchThrowableOfType(Unreadable.class, () -> YamlDocument.read("[".repeat(60) + "]".repeat(60)))).hasMessage("config.yaml.too-deep");
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThat(catchThrowableOfType(Unreadable.class, () -> YamlDocument.read(laughs.toString()))).as("an alias in an alias in an alias").isNotNull();
        assertThat(catchThrowableOfType(Unreadable.class, () -> YamlDocument.read("a: &a [*a]"))).as("a value within itself").isNotNull();
        assertThat(catchThrowableOfType(Unreadable.class, () -> YamlDocument.read("a: '" + "x".repeat(1_000_001) + "'"))).as("a megabyte").isNotNull();
    }
}
