package dev.pledgedesk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.kernel.Self;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.stream.Stream;

/** What holds for every operation that can be called from outside. */
final class OperationRules {

    private OperationRules() {
    }

    /** Every operation says who may call it, once. */
    static ArchRule declareWhoMayCall() {
        return classes().that().areNotInterfaces().should(new ArchCondition<>("declare who may call each operation") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                operations(type).forEach(method -> {
                    long declared = Stream.of(Allowed.class, Public.class, Self.class).filter(method::isAnnotatedWith).count();
                    if (declared != 1) {
                        events.add(SimpleConditionEvent.violated(type, method.getFullName() + " declares " + declared + " times who may call it"));
                    }
                });
            }
        });
    }

    /** Rows never leave the house: operations, events and the SDK speak of values. */
    static ArchRule speakOfValues() {
        return classes().should(new ArchCondition<>("have no entity in operations and events") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                operations(type).filter(m -> Stream.concat(m.getParameterTypes().stream(), Stream.of(m.getReturnType())).anyMatch(OperationRules::hasEntity))
                        .forEach(m -> events.add(SimpleConditionEvent.violated(type, m.getFullName() + " has an entity in its signature")));
                if (type.getAllRawInterfaces().stream().anyMatch(i -> i.getSimpleName().equals("DeskEvent"))) {
                    type.getFields().stream().filter(f -> hasEntity(f.getType()))
                            .forEach(f -> events.add(SimpleConditionEvent.violated(type, f.getFullName() + " is an entity")));
                }
            }
        });
    }

    private static boolean hasEntity(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(t -> t.isAnnotatedWith(Entity.class));
    }

    private static Stream<JavaMethod> operations(JavaClass type) {
        return type.isInterface() ? Stream.empty() : type.getMethods().stream().filter(m -> !m.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC))
                .filter(m -> declarations(type, m).anyMatch(d -> d.isMetaAnnotatedWith(HttpMethod.class)));
    }

    /** The method and those of the generated interfaces that it implements. */
    private static Stream<JavaMethod> declarations(JavaClass type, JavaMethod method) {
        List<String> parameters = method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return Stream.concat(Stream.of(method), type.getAllRawInterfaces().stream()
                .flatMap(i -> i.tryGetMethod(method.getName(), parameters.toArray(String[]::new)).stream()));
    }
}
