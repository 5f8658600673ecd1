package dev.pledgedesk.plugin;

import dev.pledgedesk.plugin.control.ExtensionCalls;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks plugins of the tenant of the request. Each is asked by a thread of its own plugin, for as long as its extension point allows, outside of transactions;
 * whatever it does, an {@link Outcome} comes back, and a failure was written down for the tenant.
 */
@ApplicationScoped
public class Extensions {

    /**
     * A call, made by the plugin's thread: it may use nothing of the request's.
     *
     * @param <T> the extension point's interface
     * @param <R> the answer
     */
    @FunctionalInterface
    public interface Call<T, R> {

        /** Asks, and looks at the answer: throws {@link BadAnswer} if it cannot be used. */
        R ask(T extension) throws Exception;
    }

    /**
     * Makes a call for one instance, by the caller's own thread, so that it holds what that instance may see.
     *
     * @param <T> the extension point's interface
     * @param <R> the answer
     */
    @FunctionalInterface
    public interface Preparation<T, R> {

        /** Prepares the call. */
        Call<T, R> prepare(Visible visible);
    }

    /**
     * What one extension has answered.
     *
     * @param from who
     */
    public record Reply<R>(ExtensionRef from, Outcome<R> outcome) {

        /** The answer; null if there is none. */
        public R answer() {
            return outcome instanceof Outcome.Answered<R> answered ? answered.answer() : null;
        }
    }

    @Inject
    ExtensionCalls calls;

    /** Whether anything is switched on at a point; costs nothing where the tenant has no plugins. */
    public boolean any(ExtensionPoint<?> point) {
        return calls.any(point);
    }

    /** Whether one is switched on at a point, by its key; by the configuration alone. */
    public boolean isOn(ExtensionPoint<?> point, String key) {
        return calls.isOn(point, key);
    }

    /** What is switched on and cannot be asked on this node now, by key. Outside of transactions. */
    public Set<String> absent() {
        return calls.absent();
    }

    /** Whether the configuration has one switched on, whether its plugin runs here or not. */
    public boolean isConfigured(String key) {
        return calls.isConfigured(key);
    }

    /** The first channel that carries messages to addresses of a kind; empty if none does that could be made here. Outside of transactions. */
    public Optional<ExtensionRef> carrier(Reach reach) {
        return calls.carrier(reach);
    }

    /** How often a channel is asked for what has come in; empty if it could not be made here. Outside of transactions. */
    public Optional<Duration> every(String key) {
        return calls.every(key);
    }

    /** What is switched on at a point, whether it runs or not. Outside of transactions. */
    public List<ExtensionRef> refs(ExtensionPoint<?> point) {
        return calls.refs(point);
    }

    /**
     * Asks all that are switched on at a point, one after the other.
     *
     * @param subject what they are asked about, for whoever looks into a failure; may be null
     */
    public <T, R> List<Reply<R>> all(ExtensionPoint<T> point, UUID subject, Preparation<T, R> call) {
        return calls.all(point, subject, call);
    }

    /**
     * Asks one.
     *
     * @param key {@code plugin/use}
     * @return empty if it is not switched on at that point
     */
    public <T, R> Optional<Reply<R>> one(ExtensionPoint<T> point, String key, UUID subject, Preparation<T, R> call) {
        return calls.one(point, key, subject, call);
    }
}
