package dev.pledgedesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application follows the rules of the house. */
class HouseTest {

    private static final String ROOT = "dev.pledgedesk";
    private static final JavaClasses APPLICATION = new ClassFileImporter().importPath(Path.of("target/classes/dev/pledgedesk"));

    static Stream<String> rules() {
        return HouseRules.below(ROOT).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleIsKept(String rule) {
        HouseRules.below(ROOT).get(rule).check(APPLICATION);
    }

    @Test
    void theWholeApplicationWasLookedAt() {
        assertThat(APPLICATION.stream().flatMap(c -> Room.of(c, ROOT).stream()).map(Room::capability).distinct())
                .contains("kernel", "tenancy", "audit", "eventing", "privacy", "identity", "notification", "ticket", "page", "web");
        assertThat(APPLICATION.stream().flatMap(c -> Room.of(c, ROOT).stream()).map(Room::part).distinct())
                .allMatch(Set.of("", "boundary", "control", "entity")::contains);
    }
}
