package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import dev.pledgedesk.launcher.Operator;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Makes a call again while the server is away or asks to wait: as late as it asks, otherwise after longer and longer pauses. */
final class Patience {

    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 15_000;

    private final URI server;
    private final Duration limit;

    /**
     * Patience with a server.
     *
     * @param server for the words that end it
     * @param limit  longest time without an answer before giving up
     */
    Patience(URI server, Duration limit) {
        this.server = server;
        this.limit = limit;
    }

    /** One call on the interface. */
    interface Call<T> {

        /** Makes it. */
        T make() throws ApiException;
    }

    /** What became of a call: an answer, or a refusal that repeating does not change. */
    record Result<T>(T answer, Refusal refusal) {
    }

    /**
     * Makes a call until it is answered or refused for good.
     *
     * @throws LauncherFailure if the server stays away, or this thread is interrupted
     */
    <T> Result<T> call(Call<T> call) {
        long began = System.nanoTime();
        for (int attempt = 0;; attempt++) {
            try {
                return new Result<>(call.make(), null);
            } catch (ApiException e) {
                Refusal refusal = Refusal.of(e);
                if (!refusal.isPassing()) {
                    return new Result<>(null, refusal);
                }
                long pause = pause(refusal, attempt);
                if (Thread.currentThread().isInterrupted() || System.nanoTime() - began + Duration.ofMillis(pause).toNanos() > limit.toNanos()) {
                    throw gone(e);
                }
                sleep(pause, e);
            }
        }
    }

    private static long pause(Refusal refusal, int attempt) {
        long growing = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        // Several of us wait: not all should come back at the same moment.
        long scattered = growing / 2 + ThreadLocalRandom.current().nextLong(growing / 2 + 1);
        return refusal.retryAfter().isPresent() ? Duration.ofSeconds(refusal.retryAfter().getAsLong()).toMillis() + scattered % FIRST_MILLIS : scattered;
    }

    private void sleep(long millis, ApiException last) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone(last);
        }
    }

    private LauncherFailure gone(ApiException e) {
        return new LauncherFailure(ExitCode.REMOTE, "The server at " + server + " " + Operator.reason(e)
            + ". What was filed stays filed; run the same command again to go on.", e);
    }
}
