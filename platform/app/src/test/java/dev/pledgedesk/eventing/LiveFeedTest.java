package dev.pledgedesk.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who hears what: the listeners of one tenant, none of another, and never too many. */
class LiveFeedTest {

    private final TenantId mine = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());
    private final LiveEvent event = new LiveEvent("ticket.created", UUID.randomUUID());
    private final LiveFeed feed = new LiveFeed();

    @Test
    void tellsTheTenantsListenersOnly() {
        List<LiveEvent> here = new ArrayList<>();
        List<LiveEvent> there = new ArrayList<>();
        feed.subscribe(mine, here::add);
        feed.subscribe(other, there::add);
        feed.tell(mine, event);
        assertThat(here).containsExactly(event);
        assertThat(there).isEmpty();
    }

    @Test
    void whoHasClosedHearsNothingMore() {
        List<LiveEvent> heard = new ArrayList<>();
        var subscription = feed.subscribe(mine, heard::add);
        subscription.close();
        subscription.close();
        feed.tell(mine, event);
        assertThat(heard).isEmpty();
        assertThat(feed.subscribers(mine)).isZero();
    }

    @Test
    void oneThatFailsDoesNotKeepItFromTheOthers() {
        List<LiveEvent> heard = new ArrayList<>();
        feed.subscribe(mine, e -> {
            throw new IllegalStateException("gone");
        });
        feed.subscribe(mine, heard::add);
        feed.tell(mine, event);
        assertThat(heard).containsExactly(event);
    }

    @Test
    void refusesOneTooMany() {
        for (int i = 0; i < LiveFeed.MAX_SUBSCRIBERS; i++) {
            int number = i;
            feed.subscribe(mine, e -> assertThat(number).isNotNegative());
        }
        assertThatThrownBy(() -> feed.subscribe(mine, e -> { }))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
        assertThat(feed.subscribe(other, e -> { })).isNotNull();
    }
}
