package dev.pledgedesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often proofs may be tried: each pair of numbers is a count and the window it holds for. */
@ApplicationScoped
public class SignInLimits {

    /** So many tries in such a time. */
    record Limit(int most, Duration window) {
    }

    /** What is tried; proofs of the same account are counted together. */
    enum Kind {
        /** Password, client secret, customer's code, link: whatever opens a session. */
        PROOF,
        /** Second factor of somebody whose password is right. */
        SECOND_FACTOR,
        /** Not a proof: asking for a code by mail, which costs its receiver attention. */
        CODE_REQUEST
    }

    /** Most tries of one code that was mailed. */
    static final int TRIES_OF_A_CODE = 5;

    @Inject
    @ConfigProperty(name = "pledgedesk.sign-in.window", defaultValue = "PT15M")
    Duration window;

    @Inject
    @ConfigProperty(name = "pledgedesk.sign-in.failures-by-account", defaultValue = "10")
    int byAccount;

    @Inject
    @ConfigProperty(name = "pledgedesk.sign-in.failures-by-source", defaultValue = "50")
    int bySource;

    @Inject
    @ConfigProperty(name = "pledgedesk.sign-in.second-factor-failures", defaultValue = "5")
    int secondFactor;

    @Inject
    @ConfigProperty(name = "pledgedesk.sign-in-codes.window", defaultValue = "PT1H")
    Duration codeWindow;

    @Inject
    @ConfigProperty(name = "pledgedesk.sign-in-codes.by-address", defaultValue = "5")
    int codesByAddress;

    @Inject
    @ConfigProperty(name = "pledgedesk.sign-in-codes.by-source", defaultValue = "20")
    int codesBySource;

    /** How much one account stands. */
    Limit ofAccount(Kind kind) {
        return switch (kind) {
            case PROOF -> new Limit(byAccount, window);
            case SECOND_FACTOR -> new Limit(secondFactor, window);
            case CODE_REQUEST -> new Limit(codesByAddress, codeWindow);
        };
    }

    /** How much may come from one source, whatever the account. */
    Limit ofSource(Kind kind) {
        return kind == Kind.CODE_REQUEST ? new Limit(codesBySource, codeWindow) : new Limit(bySource, window);
    }

    /** How much one code stands; the window outlasts the code. */
    Limit ofCode() {
        return new Limit(TRIES_OF_A_CODE, window);
    }
}
