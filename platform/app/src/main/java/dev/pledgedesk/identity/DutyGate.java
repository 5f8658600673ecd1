package dev.pledgedesk.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Knows who may be given which work; implemented by who keeps what people have passed, asked by every room that gives work to people. */
public interface DutyGate {

    /** What each of some members lacks for some work now; who lacks nothing is left out. Part of the caller's transaction. */
    Map<UUID, List<MissingPass>> missing(Collection<StaffView> members, Work work);
}
