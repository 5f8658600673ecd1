package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Who may be given which work. Every assignment, take-over, dispatch and roster asks here. */
@ApplicationScoped
public class Duties {

    @Inject
    @Any
    Instance<DutyGate> gates;

    /** What each of some members lacks for some work now; who lacks nothing is left out. */
    public Map<UUID, List<MissingPass>> missing(Collection<StaffView> members, Work work) {
        Map<UUID, List<MissingPass>> all = new HashMap<>();
        if (!members.isEmpty()) {
            gates.forEach(gate -> gate.missing(members, work).forEach((member, missing) -> all.merge(member, missing, (a, b) -> Stream.concat(a.stream(), b.stream()).toList())));
        }
        return all;
    }

    /** Refuses a member who lacks a pass, naming each and where it is to be had. */
    public void require(StaffView member, Work work, String pointer) {
        List<MissingPass> missing = missing(List.of(member), work).getOrDefault(member.id(), List.of());
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(missing.stream().map(pass -> new FieldError(pointer, "duty.missing-pass", member.name(), pass.name(), pass.where())).toList());
        }
    }
}
