package dev.pledgedesk.promise.control;

import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockSheet;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A sheet that writes into the book. */
final class SubjectSheet implements ClockSheet {

    private final ClockBook book;
    private final String type;
    private final UUID subject;
    private final String actor;
    private final List<Running> all;

    SubjectSheet(ClockBook book, String type, UUID subject, String actor, List<Running> all) {
        this.book = book;
        this.type = type;
        this.subject = subject;
        this.actor = actor;
        this.all = all;
    }

    List<Running> all() {
        return all;
    }

    @Override
    public Map<String, ClockState> open() {
        Map<String, ClockState> open = new LinkedHashMap<>();
        all.stream().filter(Running::isOpen).forEach(c -> open.put(c.target().key(), c.state()));
        return open;
    }

    @Override
    public Optional<ClockState> last(String target) {
        return all.stream().filter(c -> c.target().key().equals(target)).reduce((a, b) -> b).map(Running::state);
    }

    @Override
    public void start(int configVersion, Policy policy, Target target, String cause, Instant since) {
        all.add(book.start(type, subject, configVersion, policy, target, List.of(new ClockEvent(Kind.ACTIVATE, since, cause, actor))));
    }

    @Override
    public void startNamed(Policy policy, Target target, String cause, Instant named) {
        all.add(book.startNamed(type, subject, policy.key(), target, named, null, cause, actor));
    }

    @Override
    public void fulfil(String target, String cause) {
        find(target).ifPresent(clock -> book.happen(clock, Kind.FULFIL, cause, actor));
    }

    @Override
    public void pause(String target, String cause) {
        find(target).filter(c -> c.state() == ClockState.RUNNING).ifPresent(clock -> book.happen(clock, Kind.PAUSE, cause, actor));
    }

    @Override
    public void resume(String target, String cause) {
        find(target).filter(c -> c.state() == ClockState.PAUSED).ifPresent(clock -> book.happen(clock, Kind.RESUME, cause, actor));
    }

    @Override
    public void cancel(String target, String cause) {
        find(target).ifPresent(clock -> book.happen(clock, Kind.CANCEL, cause, actor));
    }

    private Optional<Running> find(String target) {
        return all.stream().filter(c -> c.isOpen() && c.target().key().equals(target)).findFirst();
    }
}
