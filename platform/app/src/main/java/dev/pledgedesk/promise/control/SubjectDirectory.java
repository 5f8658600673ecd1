package dev.pledgedesk.promise.control;

import dev.pledgedesk.promise.ClockSubjects;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** The kinds of records that clocks run for. */
@ApplicationScoped
public class SubjectDirectory {

    @Inject
    @Any
    Instance<ClockSubjects> kinds;

    private final Map<String, ClockSubjects> byType = new HashMap<>();

    @PostConstruct
    void collect() {
        kinds.forEach(kind -> byType.put(kind.type(), kind));
    }

    ClockSubjects of(String type) {
        return byType.get(type);
    }
}
