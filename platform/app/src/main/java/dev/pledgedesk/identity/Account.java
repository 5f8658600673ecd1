package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.OwnAccess;
import dev.pledgedesk.identity.control.SecondFactorTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The password and the second factor of the caller, who is a member of staff; for anybody else there is no such thing. */
@ApplicationScoped
public class Account {

    /**
     * A second factor that waits for its first code.
     *
     * @param secret  base 32, to type into an authenticator app
     * @param address the same as an otpauth address, for a QR code
     */
    public record Start(String secret, String address) {
    }

    @Inject
    OwnAccess access;

    @Inject
    SecondFactorTransactions secondFactors;

    @Inject
    Caller caller;

    /** A new password in place of the old one; the other sessions end. */
    public void changePassword(String oldPassword, String newPassword) {
        access.changePassword(caller.staffId(), oldPassword, newPassword, caller.sessionId());
    }

    /** How the second factor stands. */
    public SecondFactorView secondFactor() {
        return secondFactors.view(caller.staffId());
    }

    /** Makes a secret, in place of one that was not confirmed; a conflict where the second factor is on. */
    public Start start() {
        return start(secondFactors.start(caller.staffId()));
    }

    /** The secret that waits for its first code; a conflict if there is none. */
    public Start started() {
        return start(secondFactors.started(caller.staffId()));
    }

    private static Start start(SecondFactorTransactions.Started started) {
        return new Start(started.secret(), started.address());
    }

    /** Switches the second factor on by a first code; gives the recovery codes, which nobody can tell again. */
    public List<String> confirm(String otp) {
        return secondFactors.confirm(caller.staffId(), otp);
    }

    /** New recovery codes, proved by a code of the app or an old recovery code. */
    public List<String> renewRecoveryCodes(String otp) {
        return access.renewRecoveryCodes(caller.staffId(), otp);
    }

    /** Switches the second factor off, proved by password and code; a conflict where a role asks for one. */
    public void removeSecondFactor(String password, String otp) {
        access.removeSecondFactor(caller.staffId(), password, otp);
    }
}
