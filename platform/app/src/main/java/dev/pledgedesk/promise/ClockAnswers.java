package dev.pledgedesk.promise;

import dev.pledgedesk.api.model.Clock;
import dev.pledgedesk.api.model.ClockEvent;
import dev.pledgedesk.api.model.ClockInterval;
import dev.pledgedesk.api.model.ClockList;
import dev.pledgedesk.api.model.ClockMetric;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Clocks as the contract has them, for every room whose records have some. */
@RequestScoped
public class ClockAnswers {

    @Inject
    Caller caller;

    @Inject
    ClockWords words;

    @Inject
    RequestLanguage language;

    /** Those of a record. */
    public ClockList list(List<ClockView> clocks) {
        return new ClockList().items(clocks.stream().map(this::answer).toList());
    }

    /** One as its reader may see it. */
    public Clock answer(ClockView c) {
        Clock clock = whole(c);
        // What staff did and were told is theirs; the note that named a time may be, too.
        return caller.isInside() ? clock : clock.events(List.of()).policy(null).messageId(null);
    }

    private Clock whole(ClockView c) {
        Messages in = language.messages();
        var r = c.reading();
        return new Clock().id(c.id()).policy(c.policy()).target(c.target()).name(c.name().in(language.locale())).metric(ClockMetric.fromValue(c.metric().key())).limit(c.limit() == null ? null : c.limit().iso())
                .namedAt(c.namedAt()).messageId(c.messageId()).calendar(c.calendar()).tables(c.tables()).configVersion(c.configVersion()).state(Clock.StateEnum.fromValue(r.state().key()))
                .startedAt(c.events().get(0).at()).elapsed(r.elapsed().toString()).remaining(r.remaining() == null ? null : r.remaining().toString()).dueAt(r.dueAt()).brokenAt(r.brokenAt())
                .ran(r.ran().stream().map(i -> new ClockInterval().from(i.from()).to(i.to())).toList())
                .events(c.events().stream().map(e -> new ClockEvent().kind(ClockEvent.KindEnum.fromValue(e.kind().key())).at(e.at()).cause(e.cause()).text(words.event(c, e, in)).actor(e.actor())).toList())
                .explanation(words.explain(c, in)).shown(c.shown()).keepable(c.keepable());
    }
}
