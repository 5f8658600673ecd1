package dev.pledgedesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What a member of staff does to his own access after proving again who he is; the proofs are counted before and apart from the change. */
@ApplicationScoped
public class OwnAccess {

    @Inject
    GuardedSignIn guarded;

    @Inject
    StaffTransactions staff;

    @Inject
    SecondFactorTransactions secondFactors;

    /** A new password in place of the old one. */
    public void changePassword(UUID member, String oldPassword, String newPassword, UUID session) {
        guarded.requirePassword(member, oldPassword, "/oldPassword");
        staff.changePassword(member, newPassword, session);
    }

    /** New recovery codes. */
    public List<String> renewRecoveryCodes(UUID member, String otp) {
        guarded.requireSecondFactor(member, otp);
        return secondFactors.renew(member);
    }

    /** No second factor any more. */
    public void removeSecondFactor(UUID member, String password, String otp) {
        secondFactors.requireRemovable(member);
        guarded.requirePassword(member, password, "/password");
        guarded.requireSecondFactor(member, otp);
        secondFactors.remove(member);
    }
}
