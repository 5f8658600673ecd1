package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.GuardedSignIn;
import dev.pledgedesk.identity.control.SignInTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/**
 * Signs callers in and out. Every refusal is the same 401, whatever was wrong, and too many of them are a 429 for known and unknown accounts alike; the
 * time it takes tells no more.
 */
@ApplicationScoped
public class SignIn {

    /** How long a bearer token is good. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(1);
    /** How long staff stay signed in on pages. */
    public static final Duration STAFF_PAGE_LIFE = Duration.ofHours(12);
    /** How long customers stay signed in on pages. */
    public static final Duration CUSTOMER_PAGE_LIFE = Duration.ofDays(14);

    /**
     * What follows from a right password: a sign-in, or a note to go on to the second step with.
     *
     * @param signedIn null where a second factor is asked for
     * @param note     null where none is; worth nothing but in {@link #secondStep}, for a few minutes
     */
    public record FirstStep(SignedIn signedIn, String note) {
    }

    @Inject
    GuardedSignIn guarded;

    @Inject
    SignInTransactions transactions;

    @Inject
    Caller caller;

    /**
     * Staff by name and password.
     *
     * @param otp a code of the second factor or a recovery code, null without; where one is asked for and missing, the refusal says so
     */
    public SignedIn withPassword(String login, String password, String otp, Duration life) {
        return guarded.withPassword(login, password, otp, life);
    }

    /** Staff by name and password on pages, where the second factor is asked for in a step of its own. */
    public FirstStep firstStep(String login, String password, Duration life) {
        return guarded.firstStep(login, password, life);
    }

    /** Whether a second step can still be made with a note: it is not over, and the password is still the same. */
    public boolean awaitsSecondStep(String note) {
        return guarded.awaitsSecondStep(note);
    }

    /** The second step: a code of the second factor or a recovery code. A note that is over is refused as unauthenticated. */
    public SignedIn secondStep(String note, String otp, Duration life) {
        return guarded.secondStep(note, otp, life);
    }

    /** An API client by its secret. */
    public SignedIn withSecret(UUID clientId, String secret) {
        return guarded.withSecret(clientId, secret, TOKEN_LIFE);
    }

    /** A customer by the code that was mailed to him. */
    public SignedIn withCode(String email, String code, Duration life) {
        return guarded.withCode(email, code, life);
    }

    /** A customer or guest by the link in a ticket mail; opens that ticket only. */
    public SignedIn withLink(String link, Duration life) {
        return guarded.withLink(link, life);
    }

    /** Mails a code to a customer if the address is known; tells nobody whether it is. */
    public void sendCode(String email) {
        guarded.sendCode(email);
    }

    /** Ends the caller's session. */
    public void out() {
        if (caller.sessionId() != null) {
            transactions.out(caller.sessionId(), caller.actor());
        }
    }
}
