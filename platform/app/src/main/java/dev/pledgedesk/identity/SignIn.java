package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.SignInTransactions;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Signs callers in and out. Every refusal is the same 401, whatever was wrong; the time it takes tells no more. */
@ApplicationScoped
public class SignIn {

    /** How long a bearer token is good. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(1);
    /** How long staff stay signed in on pages. */
    public static final Duration STAFF_PAGE_LIFE = Duration.ofHours(12);
    /** How long customers stay signed in on pages. */
    public static final Duration CUSTOMER_PAGE_LIFE = Duration.ofDays(14);

    @Inject
    SignInTransactions transactions;

    @Inject
    Caller caller;

    /** Staff by name and password. */
    public SignedIn withPassword(String login, String password, Duration life) {
        return transactions.withPassword(login, password, life).orElseThrow(SignIn::refused);
    }

    /** An API client by its secret. */
    public SignedIn withSecret(UUID clientId, String secret) {
        return transactions.withSecret(clientId, secret, TOKEN_LIFE).orElseThrow(SignIn::refused);
    }

    /** A customer by the code that was mailed to him. */
    public SignedIn withCode(String email, String code, Duration life) {
        return transactions.withCode(email, code, life).orElseThrow(SignIn::refused);
    }

    /** A customer or guest by the link in a ticket mail; opens that ticket only. */
    public SignedIn withLink(String link, Duration life) {
        return transactions.withLink(link, life).orElseThrow(SignIn::refused);
    }

    /** Mails a code to a customer if the address is known; tells nobody whether it is. */
    public void sendCode(String email) {
        transactions.sendCode(email);
    }

    /** Ends the caller's session. */
    public void out() {
        if (caller.sessionId() != null) {
            transactions.out(caller.sessionId(), caller.actor());
        }
    }

    private static Problem refused() {
        return Problem.of(Problem.Kind.UNAUTHENTICATED, "problem.sign-in-refused");
    }
}
