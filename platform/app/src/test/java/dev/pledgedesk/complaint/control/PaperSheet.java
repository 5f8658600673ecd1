package dev.pledgedesk.complaint.control;

import dev.pledgedesk.promise.ClockSheet;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clocks of one record on paper: what was started and how it stands, with the cause of the last thing that happened to each. */
final class PaperSheet implements ClockSheet {

    /** One of them. */
    static final class Line {

        final String target;
        final Instant since;
        ClockState state = ClockState.RUNNING;
        String cause;

        Line(String target, Instant since, String cause) {
            this.target = target;
            this.since = since;
            this.cause = cause;
        }
    }

    final List<Line> lines = new ArrayList<>();

    @Override
    public Map<String, ClockState> open() {
        Map<String, ClockState> open = new LinkedHashMap<>();
        lines.stream().filter(l -> l.state.isOpen()).forEach(l -> open.put(l.target, l.state));
        return open;
    }

    @Override
    public Optional<ClockState> last(String target) {
        return lines.stream().filter(l -> l.target.equals(target)).reduce((a, b) -> b).map(l -> l.state);
    }

    @Override
    public void start(int configVersion, Policy policy, Target target, String cause, Instant since) {
        if (open().containsKey(target.key())) {
            throw new IllegalStateException(target.key() + " runs already");
        }
        lines.add(new Line(target.key(), since, cause));
    }

    @Override
    public void startNamed(Policy policy, Target target, String cause, Instant named) {
        start(0, policy, target, cause, named);
    }

    @Override
    public void fulfil(String target, String cause) {
        become(target, ClockState.FULFILLED, cause);
    }

    @Override
    public void pause(String target, String cause) {
        become(target, ClockState.PAUSED, cause);
    }

    @Override
    public void resume(String target, String cause) {
        become(target, ClockState.RUNNING, cause);
    }

    @Override
    public void cancel(String target, String cause) {
        become(target, ClockState.CANCELLED, cause);
    }

    private void become(String target, ClockState state, String cause) {
        Line line = lines.stream().filter(l -> l.target.equals(target) && l.state.isOpen()).findFirst().orElseThrow();
        if (line.state != state) {
            line.state = state;
            line.cause = cause;
        }
    }
}
