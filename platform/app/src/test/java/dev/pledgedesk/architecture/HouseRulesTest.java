package dev.pledgedesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule finds the faults that the house in package {@code broken} was built with. */
class HouseRulesTest {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPath(Path.of("target/test-classes/broken"));

    @ParameterizedTest
    @CsvSource({
        "levels, TenantThatAsksTickets", "levels, RoomOnNoLevel",
        "public faces, ConsoleInTheEntities",
        "entities know no use case, EntityThatAsksControl",
        "control knows no boundary, ControlThatAsksBoundary",
        "JAX-RS at the edge, ControlThatAsksBoundary",
        "EntityManager in repositories, ControlWithEntityManager",
        "transactions in use cases, TransactionalEntity",
        "operations declare who may call, OpenResource",
        "operations and events speak of values, OpenResource", "operations and events speak of values, LoudEvent",
        "entities belong to a tenant, Ownerless",
        "events are records, ClassyEvent", "events are records, ClassyTeller",
        "time is given, Clockless",
        "no threads of our own, Clockless",
        "native SQL is named, ControlWithEntityManager",
        "names say something, TicketManager"
    })
    void ruleFindsItsFault(String rule, String culprit) {
        List<String> faults = HouseRules.below("broken").get(rule).evaluate(BROKEN).getFailureReport().getDetails();
        assertThat(faults).anyMatch(fault -> fault.contains(culprit));
    }

    @Test
    void everyRuleHasAFaultToFind() {
        Map<String, com.tngtech.archunit.lang.ArchRule> rules = HouseRules.below("broken");
        assertThat(rules.keySet()).allMatch(rule -> rules.get(rule).evaluate(BROKEN).hasViolation());
    }
}
