package dev.pledgedesk.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** All rules by name, for a root package. */
final class HouseRules {

    private HouseRules() {
    }

    static Map<String, ArchRule> below(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("levels", RoomRules.levels(root));
        rules.put("public faces", RoomRules.publicFaces(root));
        rules.put("entities know no use case", RoomRules.entitiesKnowNoUseCase(root));
        rules.put("control knows no boundary", RoomRules.controlKnowsNoBoundary(root));
        rules.put("JAX-RS at the edge", ThingRules.jaxRsAtTheEdge(root));
        rules.put("EntityManager in repositories", ThingRules.entityManagerInRepositories(root));
        rules.put("transactions in use cases", ThingRules.transactionsInUseCases(root));
        rules.put("operations declare who may call", OperationRules.declareWhoMayCall());
        rules.put("operations and events speak of values", OperationRules.speakOfValues());
        rules.put("entities belong to a tenant", ThingRules.entitiesBelongToATenant());
        rules.put("events are records", ThingRules.eventsAreRecords());
        rules.put("time is given", ThingRules.timeIsGiven());
        rules.put("no threads of our own", ThingRules.noThreadsOfOurOwn());
        rules.put("native SQL is named", ThingRules.nativeSqlIsNamed());
        rules.put("names say something", ThingRules.namesSaySomething());
        return rules;
    }
}
