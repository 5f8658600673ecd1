package dev.pledgedesk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Who may know whom. */
final class RoomRules {

    private RoomRules() {
    }

    /** The table of levels; a table without cycles in which everybody looks down keeps the code free of cycles. */
    static ArchRule levels(String root) {
        return classes().should(use(root, "only capabilities below its own",
                (from, to) -> Levels.knows(from.capability()) && Levels.knows(to.capability()) && Levels.mayUse(from.capability(), to.capability())));
    }

    /** What stands in the parts of a capability is its own business. */
    static ArchRule publicFaces(String root) {
        return classes().should(use(root, "other capabilities by their public face",
                (from, to) -> from.capability().equals(to.capability()) || to.isPublicFace() || from.capability().equals(Levels.COMPOSITION)));
    }

    /** Entities know what is true, not who asks. */
    static ArchRule entitiesKnowNoUseCase(String root) {
        return noClasses().that().resideInAPackage(root + ".*.entity..").should().dependOnClassesThat()
                .resideInAnyPackage(root + ".*.control..", root + ".*.boundary..");
    }

    /** Use cases do not know how they are called. */
    static ArchRule controlKnowsNoBoundary(String root) {
        return noClasses().that().resideInAPackage(root + ".*.control..").should().dependOnClassesThat().resideInAPackage(root + ".*.boundary..");
    }

    private static ArchCondition<JavaClass> use(String root, String what, BiPredicate<Room, Room> allowed) {
        return new ArchCondition<>("use " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Optional<Room> from = Room.of(type, root);
                if (from.isEmpty()) {
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    Optional<Room> to = Room.of(dependency.getTargetClass(), root);
                    if (to.isPresent() && !allowed.test(from.get(), to.get())) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
