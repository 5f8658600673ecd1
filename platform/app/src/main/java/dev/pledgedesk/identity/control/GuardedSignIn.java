package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.SignIn;
import dev.pledgedesk.identity.SignInWay;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.identity.control.SignInLimits.Kind;
import dev.pledgedesk.identity.control.SignInTransactions.PasswordRight;
import dev.pledgedesk.identity.control.Throttle.Attempt;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Every way in between its two guards: the try is counted first, the proof looked at second. No transaction spans both, because a refusal must not undo
 * the count.
 */
@ApplicationScoped
public class GuardedSignIn {

    @Inject
    SignInTransactions transactions;

    @Inject
    SecondFactorTransactions secondFactors;

    @Inject
    Throttle throttle;

    @Inject
    BlindIndex blindIndex;

    public SignedIn withPassword(String login, String password, String otp, Duration life) {
        Attempt attempt = beginPassword(login);
        PasswordRight right = passwordRight(login, password);
        if (right.secondFactor()) {
            if (otp == null || otp.isBlank()) {
                throttle.takeBack(attempt);
                throw Problem.of(Problem.Kind.SECOND_FACTOR_REQUIRED, "problem.second-factor-required");
            }
            useSecondFactor(right.member(), otp);
        }
        throttle.succeeded(attempt);
        return opened(right.member(), life);
    }

    public SignIn.FirstStep firstStep(String login, String password, Duration life) {
        Attempt attempt = beginPassword(login);
        PasswordRight right = passwordRight(login, password);
        if (right.secondFactor()) {
            throttle.takeBack(attempt);
            return new SignIn.FirstStep(null, right.note());
        }
        throttle.succeeded(attempt);
        return new SignIn.FirstStep(opened(right.member(), life), null);
    }

    /** Whether a second step can still be made with a note. */
    public boolean awaitsSecondStep(String note) {
        return transactions.ofNote(note).isPresent();
    }

    public SignedIn secondStep(String note, String otp, Duration life) {
        StaffMember member = transactions.ofNote(note).orElseThrow(Problem::unauthenticated);
        Attempt attempt = beginPassword(member.login());
        useSecondFactor(member.id(), otp);
        throttle.succeeded(attempt);
        return opened(member.id(), life);
    }

    /** Checks the password of a member who is signed in, and counts like a sign-in. */
    void requirePassword(UUID member, String password, String pointer) {
        String login = transactions.loginOf(member);
        Attempt attempt = beginPassword(login);
        if (transactions.passwordRight(login, password).isEmpty()) {
            throw Problem.unprocessable(new FieldError(pointer, "field.password-wrong"));
        }
        throttle.takeBack(attempt);
    }

    /** Checks a code of the second factor or a recovery code of a member who is signed in. */
    void requireSecondFactor(UUID member, String otp) {
        if (!isSecondFactor(member, otp)) {
            throw Problem.unprocessable(new FieldError("/otp", "field.code-wrong"));
        }
    }

    private Attempt beginPassword(String login) {
        String name = name(login);
        return throttle.begin(Kind.PROOF, "login|" + name, transactions.subjectOfLogin(name));
    }

    private PasswordRight passwordRight(String login, String password) {
        return transactions.passwordRight(name(login), password).orElseThrow(GuardedSignIn::refused);
    }

    private static String name(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private void useSecondFactor(UUID member, String otp) {
        if (!isSecondFactor(member, otp)) {
            throw refused();
        }
    }

    private boolean isSecondFactor(UUID member, String otp) {
        Attempt attempt = throttle.begin(Kind.SECOND_FACTOR, "staff|" + member, "staff/" + member);
        boolean good = secondFactors.use(member, otp);
        if (good) {
            throttle.succeeded(attempt);
        }
        return good;
    }

    private SignedIn opened(UUID member, Duration life) {
        return transactions.open(member, SignInWay.PASSWORD, life).orElseThrow(GuardedSignIn::refused);
    }

    public SignedIn withSecret(UUID clientId, String secret, Duration life) {
        return succeeded(throttle.begin(Kind.PROOF, "client|" + clientId, transactions.subjectOfClient(clientId)), transactions.withSecret(clientId, secret, life));
    }

    public SignedIn withCode(String email, String code, Duration life) {
        byte[] index = blindIndex.of("email", BlindIndex.mail(email, "/email"));
        String address = HexFormat.of().formatHex(index);
        Attempt attempt = throttle.begin(Kind.PROOF, "mail|" + address, transactions.subjectOfMail(index));
        boolean allowed = throttle.countCode(address);
        return succeeded(attempt, allowed ? transactions.withCode(index, code, life) : Optional.empty());
    }

    public SignedIn withLink(String link, Duration life) {
        return succeeded(throttle.begin(Kind.PROOF, null, null), transactions.withLink(link, life));
    }

    public void sendCode(String email) {
        byte[] index = blindIndex.of("email", BlindIndex.mail(email, "/email"));
        throttle.begin(Kind.CODE_REQUEST, "mail|" + HexFormat.of().formatHex(index), null);
        transactions.askForCode(index);
    }

    private SignedIn succeeded(Attempt attempt, Optional<SignedIn> result) {
        SignedIn in = result.orElseThrow(GuardedSignIn::refused);
        throttle.succeeded(attempt);
        return in;
    }

    private static Problem refused() {
        return Problem.of(Problem.Kind.UNAUTHENTICATED, "problem.sign-in-refused");
    }
}
