package dev.pledgedesk.inbound.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.inbound.entity.Channel;
import dev.pledgedesk.inbound.entity.Channels;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is read and written about channels between the calls. */
@ApplicationScoped
@Transactional
public class ChannelTransactions {

    /** How long one who does not give his turn back keeps it: longer than a call and what follows from it takes. */
    private static final Duration TURN = Duration.ofMinutes(3);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    /** So long a channel may fail before people are told. */
    private static final Duration TOLERABLE = Duration.ofMinutes(15);

    @Inject
    Channels channels;

    @Inject
    DueWork dueWork;

    @Inject
    Staff staff;

    @Inject
    Notices notices;

    @Inject
    DeskClock clock;

    /**
     * A turn at a channel.
     *
     * @param till until when it is taken
     */
    record Turn(UUID id, String channel, String cursor, Instant till) {
    }

    /**
     * Sees to it that channels that are switched on are asked, and others not.
     *
     * @param here       those that can be asked on this node
     * @param configured whether one is switched on, wherever it runs
     */
    void setUp(Collection<String> here, Predicate<String> configured) {
        Map<String, Channel> known = channels.all().stream().collect(Collectors.toMap(Channel::channel, Function.identity()));
        for (String key : here) {
            Channel channel = known.containsKey(key) ? known.get(key) : channels.add(new Channel(Ids.next(), key));
            soon(channel.id());
        }
        known.values().stream().filter(c -> !configured.test(c.channel())).forEach(c -> dueWork.done(ChannelWorker.KIND, List.of(c.id())));
        dueWork.done(ChannelSetUp.KIND, List.of(ChannelSetUp.ONE));
    }

    /** A channel is asked as soon as possible. */
    public void soon(UUID id) {
        dueWork.by(ChannelWorker.KIND, id, clock.now());
    }

    /** Takes a turn; empty if it is somebody else's. */
    Optional<Turn> begin(UUID id) {
        Optional<Channel> held = channels.findHeld(id);
        if (held.isEmpty()) {
            dueWork.done(ChannelWorker.KIND, List.of(id));
            return Optional.empty();
        }
        Channel channel = held.get();
        Instant till = clock.now().plus(TURN);
        // Should whoever has it never come back, it is looked at again.
        dueWork.again(ChannelWorker.KIND, id, till);
        return channel.take(till, clock.now()) ? Optional.of(new Turn(id, channel.channel(), channel.cursor(), till)) : Optional.empty();
    }

    /** There is no place to ask it now. */
    void later(UUID id) {
        dueWork.again(ChannelWorker.KIND, id, clock.now().plus(MOMENT));
    }

    /** All that it brought has taken effect. */
    void done(Turn turn, String cursor, Duration next) {
        own(turn).ifPresent(channel -> {
            channel.read(cursor, clock.now());
            dueWork.again(ChannelWorker.KIND, turn.id(), clock.now().plus(next));
        });
    }

    /** It could not be asked, or not all has taken effect; why is null if it only rests. */
    void failed(Turn turn, String why) {
        own(turn).ifPresent(channel -> {
            if (channel.failed(why, TOLERABLE, clock.now())) {
                staff.holding(Permission.PLUGIN_MANAGE).forEach(member -> notices.tell(member, "channel-failing", "inbound-channel", channel.id(), Map.of("number", channel.channel(), "what", "", "at", channel.failingSince().toString())));
            }
            dueWork.again(ChannelWorker.KIND, turn.id(), clock.now().plus(AFTER_FAILURE));
        });
    }

    /** It is not switched on any more. */
    void end(Turn turn) {
        own(turn).ifPresent(channel -> {
            channel.ended();
            dueWork.done(ChannelWorker.KIND, List.of(turn.id()));
        });
    }

    private Optional<Channel> own(Turn turn) {
        return channels.findHeld(turn.id()).filter(c -> c.isTakenTill(turn.till()));
    }
}
