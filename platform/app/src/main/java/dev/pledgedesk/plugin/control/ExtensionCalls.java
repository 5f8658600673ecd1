package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Extensions.Call;
import dev.pledgedesk.plugin.Extensions.Preparation;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.sdk.DeskEventListener;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds who is asked, and has the guard ask him. */
@ApplicationScoped
public class ExtensionCalls {

    @Inject
    Instances instances;

    @Inject
    Guard guard;

    /** Whether anything is switched on at a point. */
    public boolean any(ExtensionPoint<?> point) {
        return instances.any(point);
    }

    /** Whether one is switched on at a point. */
    public boolean isOn(ExtensionPoint<?> point, String key) {
        return instances.isOn(point, key);
    }

    /** Asks those listeners that want to hear of a type of events. */
    <R> List<Reply<R>> listeners(String type, UUID subject, Preparation<DeskEventListener, R> call) {
        return on(ExtensionPoint.EVENT_LISTENER).filter(i -> i.object() == null || i.traits().types().contains(type)).map(instance -> ask(ExtensionPoint.EVENT_LISTENER, instance, subject, call)).toList();
    }

    /** The first that carries messages to addresses of a kind; empty if none does, or could be made. */
    public Optional<ExtensionRef> carrier(Reach reach) {
        return on(ExtensionPoint.NOTIFICATION_CHANNEL).filter(i -> i.traits().reach() == reach).findFirst().map(Instance::ref);
    }

    /** What is switched on and cannot be asked here: it could not be made, or its plugin does not run. */
    public Set<String> absent() {
        return Stream.concat(instances.ofTenant().stream().filter(i -> i.object() == null).map(i -> i.ref().key()), instances.missing().stream().map(m -> m.ref().key())).collect(Collectors.toSet());
    }

    /** Whether the configuration has one switched on, whether its plugin runs here or not. */
    public boolean isConfigured(String key) {
        return instances.isConfigured(key);
    }

    /** How often one is asked for what has come in; empty if it could not be made. */
    public Optional<Duration> every(String key) {
        return on(ExtensionPoint.INBOUND_CHANNEL).filter(i -> i.ref().key().equals(key)).map(i -> i.traits().every()).filter(Objects::nonNull).findFirst();
    }

    /** Those that are switched on at a point, whether they could be made or not. */
    public List<ExtensionRef> refs(ExtensionPoint<?> point) {
        return on(point).map(Instance::ref).toList();
    }

    /** Asks all of a point. */
    public <T, R> List<Reply<R>> all(ExtensionPoint<T> point, UUID subject, Preparation<T, R> call) {
        return on(point).map(instance -> ask(point, instance, subject, call)).toList();
    }

    /** Asks one of a point. */
    public <T, R> Optional<Reply<R>> one(ExtensionPoint<T> point, String key, UUID subject, Preparation<T, R> call) {
        return on(point).filter(i -> i.ref().key().equals(key)).findFirst().map(instance -> ask(point, instance, subject, call));
    }

    private Stream<Instance> on(ExtensionPoint<?> point) {
        return instances.ofTenant().stream().filter(i -> i.contribution().point() == point);
    }

    private <T, R> Reply<R> ask(ExtensionPoint<T> point, Instance instance, UUID subject, Preparation<T, R> preparation) {
        Call<T, R> call = preparation.prepare(instance.visible());
        return new Reply<>(instance.ref(), guard.call(instance, subject, () -> call.ask(point.type().cast(instance.object()))));
    }
}
