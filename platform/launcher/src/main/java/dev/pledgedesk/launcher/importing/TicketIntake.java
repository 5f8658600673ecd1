package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.client.api.IdentityApi;
import dev.pledgedesk.client.api.TicketsApi;
import dev.pledgedesk.client.connect.Connection;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.Token;
import dev.pledgedesk.client.model.TokenRequest;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import dev.pledgedesk.launcher.Operator;
import java.time.Duration;

/**
 * The desk's side of an import: files a ticket, or has it checked only. Several threads may use it. Tickets go without an idempotency key: their
 * external id does what that would, and for ever.
 */
final class TicketIntake {

    /** A token that ends so soon is not used any more. */
    private static final Duration SPARE = Duration.ofMinutes(1);

    /** What became of a ticket. */
    enum Outcome {
        /** It was filed, or would be. */
        FILED,
        /** One with its external id is there. */
        THERE_ALREADY,
        /** The desk does not take it. */
        REFUSED
    }

    /**
     * What the desk said.
     *
     * @param refusal why it was not filed, null if it was
     */
    record Answer(Outcome outcome, Refusal refusal) {
    }

    private final IdentityApi identity;
    private final TicketsApi tickets;
    private final TokenRequest account;
    private final Patience patience;
    private final boolean dryRun;

    private volatile String token;
    private volatile long renewAt;

    /**
     * Prepares it; nobody is signed in yet.
     *
     * @param desk     the tenant's host
     * @param account  to sign in with, again and again if it takes long
     * @param patience while the server is away
     * @param dryRun   whether tickets are checked only
     */
    TicketIntake(Connection desk, TokenRequest account, Patience patience, boolean dryRun) {
        this.identity = new IdentityApi(desk.open());
        this.tickets = new TicketsApi(desk.withToken(() -> token).open());
        this.account = account;
        this.patience = patience;
        this.dryRun = dryRun;
    }

    /**
     * Files or checks a ticket.
     *
     * @throws LauncherFailure if no other ticket would fare better: the desk does not answer, does not know us, or does not let us
     */
    Answer take(NewTicket ticket) {
        String used = signedIn(null);
        Patience.Result<?> result = once(ticket);
        if (result.refusal() != null && result.refusal().asksForSignIn()) {
            signedIn(used);
            result = once(ticket);
        }
        Refusal refusal = result.refusal();
        if (refusal == null) {
            return new Answer(Outcome.FILED, null);
        }
        if (refusal.saysThereAlready()) {
            return new Answer(Outcome.THERE_ALREADY, refusal);
        }
        if (!refusal.isAboutTheRequest()) {
            throw new LauncherFailure(ExitCode.REMOTE, "The desk " + Operator.reason(refusal.exception()) + ".", refusal.exception());
        }
        return new Answer(Outcome.REFUSED, refusal);
    }

    private Patience.Result<?> once(NewTicket ticket) {
        return patience.call(() -> {
            if (dryRun) {
                tickets.checkTicket(ticket);
                return null;
            }
            return tickets.createTicket(ticket, null);
        });
    }

    /** Signs in unless that was done; again if the token is the one that no longer works, or soon will not. */
    private synchronized String signedIn(String worn) {
        if (token == null || token.equals(worn) || System.nanoTime() - renewAt > 0) {
            Patience.Result<Token> result = patience.call(() -> identity.createToken(account));
            if (result.refusal() != null) {
                throw new LauncherFailure(ExitCode.REMOTE, "Signing in as " + (account.getName() == null ? "API client " + account.getClientId()
                    : account.getName()) + " was refused: " + result.refusal().text(), result.refusal().exception());
            }
            token = result.answer().getAccessToken();
            renewAt = System.nanoTime() + Duration.ofSeconds(result.answer().getExpiresIn()).minus(SPARE).toNanos();
        }
        return token;
    }
}
