package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.plugin.FailureKind;
import dev.pledgedesk.plugin.Outcome;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import java.util.concurrent.Callable;
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
        if (!PluginThreads.waited(instance.lane(), instance.contribution().point().budget())) {
            return busy(instance, subject);
        }
        boolean told = false;
        try {
            R answer = instance.installed().threads().call(instance.installed().plugin().loader(), instance.contribution().point().budget(), work, instance.lane()::release);
            told = true;
            if (answer == null) {
                return failed(instance, FailureKind.BAD_ANSWER, "null", subject);
            }
            instance.breaker().good();
            return new Outcome.Answered<>(answer);
        } catch (RejectedExecutionException full) {
            instance.lane().release();
            told = true;
            return busy(instance, subject);
        } catch (TimeoutException slow) {
            told = true;
            return failed(instance, FailureKind.TIMED_OUT, null, subject);
        } catch (PluginThreads.Threw threw) {
            told = true;
            return failed(instance, threw.isBadAnswer() ? FailureKind.BAD_ANSWER : FailureKind.THREW, threw.getMessage(), subject);
        } finally {
            if (!told) {
                instance.breaker().unasked();
            }
        }
    }

    /** Says nothing about how the instance does: others have all the threads. */
    private <R> Outcome<R> busy(Instance instance, UUID subject) {
        instance.breaker().unasked();
        failures.write(instance.ref(), FailureKind.BUSY, null, subject);
        return new Outcome.Failed<>(FailureKind.BUSY);
    }

    private <R> Outcome<R> failed(Instance instance, FailureKind kind, String detail, UUID subject) {
        instance.breaker().bad(clock.now());
        failures.write(instance.ref(), kind, detail, subject);
        return new Outcome.Failed<>(kind);
    }

    /** Refuses inside a transaction. */
    void requireNoTransaction() {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("a plugin is never asked inside a transaction");
        }
    }
}
