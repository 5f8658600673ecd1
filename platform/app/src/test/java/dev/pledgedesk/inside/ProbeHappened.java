package dev.pledgedesk.inside;

import dev.pledgedesk.eventing.DeskEvent;
import java.util.UUID;

/** An event of the tests. */
public record ProbeHappened(UUID subjectId, boolean refused) implements DeskEvent {

    static final String TYPE = "probe.happened";

    @Override
    public String type() {
        return TYPE;
    }
}
