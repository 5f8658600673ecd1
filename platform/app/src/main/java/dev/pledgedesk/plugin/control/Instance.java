package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Visible;
import dev.pledgedesk.plugin.control.PluginRegistry.Installed;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskEventListener;
import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import dev.pledgedesk.tenancy.PluginSection.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * What one tenant has of one thing that a plugin offers.
 *
 * @param object  which is called; null if it could not be made
 * @param context what it was made with, null if there is none
 * @param lane    how many threads of the plugin the tenant can keep busy at a time, so that others have some
 * @param traits  what it has said of itself when it was made
 * @param zone    that it was made with
 * @param trouble why it could not be made, for who looks after the tenant; null if it was
 * @param madeAt  when that was, or was tried
 */
record Instance(ExtensionRef ref, Installed installed, Contribution<?, ?> contribution, Settings settings, Object object, TenantContextOfPlugin context, Visible visible, Breaker breaker,
        Semaphore lane, Traits traits, ZoneId zone, String trouble, Instant madeAt) {

    /**
     * What an instance says of itself once.
     *
     * @param types types of events that it wants to hear of; none if it is no listener
     * @param reach what it carries messages to; null if it carries none
     * @param every how often it is asked for what has come in; null if it brings nothing
     */
    record Traits(Set<String> types, Reach reach, Duration every) {

        /** Of one that could not be made. */
        static final Traits NONE = new Traits(Set.of(), null, null);

        private static final Duration OFTEN = Duration.ofSeconds(5);
        private static final Duration SELDOM = Duration.ofDays(1);

        /** What an object says; asked by a thread of its plugin. */
        static Traits of(Object object) {
            return new Traits(object instanceof DeskEventListener listener ? Set.copyOf(listener.types()) : Set.of(),
                    object instanceof NotificationChannel channel ? Objects.requireNonNull(channel.reach(), "reach") : null,
                    object instanceof InboundChannel channel ? bounded(channel.every()) : null);
        }

        private static Duration bounded(Duration every) {
            return every.compareTo(OFTEN) < 0 ? OFTEN : every.compareTo(SELDOM) > 0 ? SELDOM : every;
        }
    }
}
