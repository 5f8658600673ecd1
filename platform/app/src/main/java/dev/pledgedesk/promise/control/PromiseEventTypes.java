package dev.pledgedesk.promise.control;

import dev.pledgedesk.eventing.EventTypes;
import dev.pledgedesk.promise.PromiseEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is told of promises. */
@ApplicationScoped
public class PromiseEventTypes implements EventTypes {

    @Override
    public List<String> types() {
        return PromiseEvent.types();
    }
}
