package dev.pledgedesk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;

/** What may stand where. */
final class ThingRules {

    /** Where a thing that is banned everywhere else is used on purpose: class names by thing. */
    private static final Map<String, Set<String>> NAMED = Map.of(
            "native SQL", Set.of("CustomerRecords", "DueWorkRows", "EventPlaces", "ExportRows", "IdempotentRequestRows", "KeyStore", "LiveChannel", "PastTickets", "RateWindows", "SignInTriesRows", "TicketIndex", "TransferRows",
                    "TicketRelations"),
            // How long a thread has not stopped is no time of the desk's.
            "time of the machine", Set.of("SystemClock", "PluginThreads"),
            // The first and the last keep the interruption of a borrowed thread and start none; the other starts those of plugins, which must not be the server's.
            "threads", Set.of("SeparateThread", "PluginThreads", "WorkBeside"));

    private static final Set<String> PLATFORM_ENTITIES = Set.of("Tenant", "TenantHost");

    private ThingRules() {
    }

    /** HTTP is known at the edge only. */
    static ArchRule jaxRsAtTheEdge(String root) {
        return noClasses().that().resideOutsideOfPackages(root + ".*.boundary..", root + ".page..", root + ".portal..", root + ".console..", root + ".rest..",
                root + ".web..").should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");
    }

    /** Only repositories talk to the database. */
    static ArchRule entityManagerInRepositories(String root) {
        return noClasses().that().resideOutsideOfPackage(root + ".*.entity..").and().doNotHaveSimpleName("TenantRepository")
                .should().dependOnClassesThat().areAssignableTo(EntityManager.class);
    }

    /** Use cases are transactions; entities and boundaries have none. */
    static ArchRule transactionsInUseCases(String root) {
        return classes().should(new ArchCondition<>("open transactions in control or in a public face only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean transactional = type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Transactional.class));
                boolean fits = Room.of(type, root).map(r -> r.isPublicFace() || r.part().startsWith("control")).orElse(false);
                if (transactional && !fits) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is transactional"));
                }
            }
        });
    }

    /** A row without a tenant has no wall. */
    static ArchRule entitiesBelongToATenant() {
        return classes().that().areAnnotatedWith(Entity.class).should(new ArchCondition<>("have the tenant in their key") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean owned = type.getAllFields().stream().anyMatch(f -> f.getName().equals("tenantId") && f.isAnnotatedWith(Id.class));
                if (!owned && !PLATFORM_ENTITIES.contains(type.getSimpleName())) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has no tenant in its key"));
                }
            }
        });
    }

    /** What happened is a value: records, or the interface that they share. */
    static ArchRule eventsAreRecords() {
        return classes().should(new ArchCondition<>("tell events as records") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getAllRawInterfaces().stream().anyMatch(i -> i.getSimpleName().equals("DeskEvent")) && !type.isRecord() && !type.isInterface()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is an event and no record"));
                }
                type.getFields().stream().filter(f -> f.getRawType().isEquivalentTo(Event.class)).filter(f -> !tellsRecords(f))
                        .forEach(f -> events.add(SimpleConditionEvent.violated(type, f.getFullName() + " tells something that is no record")));
            }
        });
    }

    private static boolean tellsRecords(JavaField field) {
        return field.getType() instanceof JavaParameterizedType event && event.getActualTypeArguments().stream()
                .allMatch(t -> t.toErasure().isRecord() || t.toErasure().getSimpleName().equals("DeskEvent"));
    }

    /** Time is given, so that tests can move it. */
    static ArchRule timeIsGiven() {
        return unnamed("time of the machine").should().callMethodWhere(calls("now without a clock", a -> a.getTarget().getName().equals("now")
                        && a.getTarget().getOwner().getPackageName().equals("java.time") && rawParameters(a) == 0))
                .orShould().callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
                .orShould().callConstructor(java.util.Date.class).orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock");
    }

    /** Chance comes from SecureRandom, threads and pools from the server, state from the request. */
    static ArchRule noThreadsOfOurOwn() {
        return unnamed("threads").should().dependOnClassesThat().haveFullyQualifiedName("java.lang.Thread")
                .orShould().dependOnClassesThat().areAssignableTo(ThreadLocal.class)
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Timer")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");
    }

    /** SQL past JPA stands in few classes, which are looked at twice. */
    static ArchRule nativeSqlIsNamed() {
        return unnamed("native SQL").should().callMethodWhere(calls("native SQL", a -> a.getTarget().getName().equals("createNativeQuery")));
    }

    /** A name says what a thing is. */
    static ArchRule namesSaySomething() {
        return noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?");
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction unnamed(String thing) {
        return noClasses().that(DescribedPredicate.describe("are not among the named", type -> !NAMED.get(thing).contains(outermost(type).getSimpleName())));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ThingRules::outermost).orElse(type);
    }

    private static <T extends JavaAccess<?>> DescribedPredicate<T> calls(String what, java.util.function.Predicate<T> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static int rawParameters(com.tngtech.archunit.core.domain.JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().size();
    }
}
