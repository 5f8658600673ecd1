package dev.pledgedesk.plugin.control;

import dev.pledgedesk.plugin.ExtensionRef;
import dev.pledgedesk.plugin.Extensions.Call;
import dev.pledgedesk.plugin.Extensions.Preparation;
import dev.pledgedesk.plugin.Extensions.Reply;
import dev.pledgedesk.sdk.ExtensionPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        return on(point).findAny().isPresent();
    }

    /** What is switched on at a point. */
    public List<ExtensionRef> at(ExtensionPoint<?> point) {
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

    /** An answer cannot be used. */
    public void bad(ExtensionPoint<?> point, ExtensionRef from, String what, UUID subject) {
        on(point).filter(i -> i.ref().key().equals(from.key())).findFirst().ifPresent(instance -> guard.bad(instance, what, subject));
    }

    private Stream<Instance> on(ExtensionPoint<?> point) {
        return instances.ofTenant().stream().filter(i -> i.contribution().point() == point);
    }

    private <T, R> Reply<R> ask(ExtensionPoint<T> point, Instance instance, UUID subject, Preparation<T, R> preparation) {
        Call<T, R> call = preparation.prepare(instance.visible());
        return new Reply<>(instance.ref(), guard.call(instance, subject, () -> call.ask(point.type().cast(instance.object()))));
    }
}
