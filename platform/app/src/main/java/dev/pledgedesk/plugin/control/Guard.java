package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.Outcome;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Calls plugins: by their own threads, for so long, and not while they rest. Whatever a plugin does, its caller gets an outcome. Never inside a transaction, which
 * would hold rows and a connection for as long as a stranger thinks.
 */
@ApplicationScoped
public class Guard {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    DeskClock clock;

    @Inject
    FailureBook failures;

    /**
     * Asks an instance.
     *
     * @param subject what it is asked about, for whoever looks into a failure; may be null
     * @throws IllegalStateException inside a transaction
     */
    <R> Outcome<R> call(Instance instance, UUID subject, Callable<R> work) {
        requireNoTransaction();
        if (!instance.installed().isCallable()) {
            return new Outcome.Failed<>(FailureKind.QUARANTINED);
        }
        if (instance.object() == null) {
            return new Outcome.Failed<>(FailureKind.NOT_MADE);
        }
        var refused = instance.breaker().refuses(clock.now());
        if (refused.isPresent()) {
            return new Outcome.Failed<>(refused.get());
        }
        try {
            R answer = run(instance, instance.contribution().point().budget(), work);
            if (answer == null) {
                return failed(instance, FailureKind.BAD_ANSWER, "null", subject);
            }
            instance.breaker().good();
            return new Outcome.Answered<>(answer);
        } catch (RejectedExecutionException full) {
            return failed(instance, FailureKind.BUSY, null, subject);
        } catch (TimeoutException slow) {
            return failed(instance, FailureKind.TIMED_OUT, null, subject);
        } catch (ExecutionException threw) {
            return failed(instance, FailureKind.THREW, FailureBook.where(threw.getCause(), instance.installed().plugin().loader()), subject);
        }
    }

    /** What an instance has answered cannot be used. */
    <R> Outcome<R> bad(Instance instance, String what, UUID subject) {
        return failed(instance, FailureKind.BAD_ANSWER, what, subject);
    }

    /** Runs something of a plugin that belongs to no call, such as making or closing an instance. */
    <R> R run(Instance instance, Duration budget, Callable<R> work) throws TimeoutException, ExecutionException {
        return instance.installed().threads().call(instance.installed().plugin().loader(), budget, work);
    }

    private <R> Outcome<R> failed(Instance instance, FailureKind kind, String detail, UUID subject) {
        instance.breaker().bad(clock.now());
        failures.write(instance.ref(), kind, detail, subject);
        return new Outcome.Failed<>(kind);
    }

    private void requireNoTransaction() {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("a plugin is never asked inside a transaction");
        }
    }
}
