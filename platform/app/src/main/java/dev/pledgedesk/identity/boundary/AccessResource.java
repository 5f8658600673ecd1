package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.AccessApi;
import dev.pledgedesk.api.model.OneTimeCode;
import dev.pledgedesk.api.model.PasswordChange;
import dev.pledgedesk.api.model.RecoveryCodes;
import dev.pledgedesk.api.model.SecondFactor;
import dev.pledgedesk.api.model.SecondFactorRemoval;
import dev.pledgedesk.api.model.SecondFactorStart;
import dev.pledgedesk.api.model.SessionList;
import dev.pledgedesk.identity.Account;
import dev.pledgedesk.identity.OpenSession;
import dev.pledgedesk.identity.OpenSessions;
import dev.pledgedesk.identity.SecondFactorView;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Passwords, second factors and sessions over REST. */
@RequestScoped
public class AccessResource implements AccessApi {

    @Inject
    Account account;

    @Inject
    OpenSessions sessions;

    @Inject
    Staff staff;

    @Override
    @Self
    public void changeOwnPassword(PasswordChange body) {
        account.changePassword(body.getOldPassword(), body.getNewPassword());
    }

    @Override
    @Self
    public SecondFactor getSecondFactor() {
        return secondFactor(account.secondFactor());
    }

    @Override
    @Self
    public SecondFactorStart startSecondFactor() {
        Account.Start start = account.start();
        return new SecondFactorStart().secret(start.secret()).address(start.address());
    }

    @Override
    @Self
    public RecoveryCodes confirmSecondFactor(OneTimeCode body) {
        return new RecoveryCodes().recoveryCodes(account.confirm(body.getOtp()));
    }

    @Override
    @Self
    public RecoveryCodes renewRecoveryCodes(OneTimeCode body) {
        return new RecoveryCodes().recoveryCodes(account.renewRecoveryCodes(body.getOtp()));
    }

    @Override
    @Self
    public void removeSecondFactor(SecondFactorRemoval body) {
        account.removeSecondFactor(body.getPassword(), body.getOtp());
    }

    @Override
    @Self
    public SessionList listSessions() {
        return list(sessions.mine());
    }

    @Override
    @Self
    public void endOtherSessions() {
        sessions.endMyOthers();
    }

    @Override
    @Self
    public void endSession(UUID sessionId) {
        sessions.endMine(sessionId);
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public SessionList listStaffSessions(UUID staffId) {
        return list(sessions.ofStaff(staffId));
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public void endStaffSessions(UUID staffId) {
        sessions.endAllOfStaff(staffId);
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public void endStaffSession(UUID staffId, UUID sessionId) {
        sessions.endOfStaff(staffId, sessionId);
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public SecondFactor getStaffSecondFactor(UUID staffId) {
        return secondFactor(staff.secondFactor(staffId));
    }

    @Override
    @Allowed(Permission.STAFF_MANAGE)
    public void resetSecondFactor(UUID staffId) {
        staff.resetSecondFactor(staffId);
    }

    private static SecondFactor secondFactor(SecondFactorView f) {
        return new SecondFactor().state(SecondFactor.StateEnum.fromValue(f.state().key())).required(f.required()).since(f.since())
                .recoveryCodesLeft(f.isActive() ? f.recoveryCodesLeft() : null);
    }

    private static SessionList list(List<OpenSession> sessions) {
        return new SessionList().items(sessions.stream().map(s -> new dev.pledgedesk.api.model.OpenSession().id(s.id()).since(s.since()).lastUsedAt(s.lastUsedAt())
                .way(dev.pledgedesk.api.model.OpenSession.WayEnum.fromValue(s.way().key())).browser(s.browser()).system(s.system()).current(s.current()))
                .toList());
    }
}
