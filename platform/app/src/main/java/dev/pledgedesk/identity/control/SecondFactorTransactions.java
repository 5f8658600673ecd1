package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.SecondFactorView;
import dev.pledgedesk.identity.entity.RecoveryCode;
import dev.pledgedesk.identity.entity.RecoveryCodes;
import dev.pledgedesk.identity.entity.SecondFactor;
import dev.pledgedesk.identity.entity.SecondFactorRows;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** Switches second factors of staff on and off, and checks their codes. */
@ApplicationScoped
@Transactional
public class SecondFactorTransactions {

    private static final int RECOVERY_CODES = 10;
    private static final String TABLE = "second_factor";

    /** A secret that was not confirmed yet. */
    public record Started(String secret, String address) {
    }

    @Inject
    SecondFactorRows factors;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    StaffMembers staff;

    @Inject
    SessionTransactions sessions;

    @Inject
    PersonalData personalData;

    @Inject
    Tenants tenants;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    @Inject
    Event<Sessions.SessionsEnded> changed;

    public SecondFactorView view(UUID member) {
        StaffMember known = staff.get(member);
        SecondFactorView.State state = factors.find(member).map(f -> f.isActive() ? SecondFactorView.State.ACTIVE : SecondFactorView.State.STARTED)
                .orElse(SecondFactorView.State.OFF);
        return new SecondFactorView(state, sessions.requiresSecondFactor(known), factors.find(member).map(SecondFactor::confirmedAt).orElse(null),
                state == SecondFactorView.State.ACTIVE ? recoveryCodes.left(member) : 0);
    }

    /** Makes a secret; refused where one is confirmed already. */
    public Started start(UUID member) {
        String secret = Totp.secret();
        var sealed = personalData.seal(member, place(member), secret);
        factors.locked(member).ifPresentOrElse(f -> {
            if (f.isActive()) {
                throw conflict("problem.second-factor-on-already");
            }
            f.restart(sealed);
        }, () -> factors.add(new SecondFactor(member, sealed)));
        return started(member, secret);
    }

    /** The secret that waits for its first code; a conflict if there is none. */
    public Started started(UUID member) {
        return started(member, secret(factors.find(member).filter(f -> !f.isActive()).orElseThrow(() -> conflict("problem.second-factor-not-started"))));
    }

    private Started started(UUID member, String secret) {
        return new Started(secret, Totp.address(tenants.config().tenant().name().in(java.util.Locale.ENGLISH), staff.get(member).login(), secret));
    }

    /** Switches it on by a first code; gives the recovery codes. */
    public List<String> confirm(UUID member, String code) {
        SecondFactor factor = factors.locked(member).filter(f -> !f.isActive()).orElseThrow(() -> conflict("problem.second-factor-not-started"));
        OptionalLong step = Totp.step(secret(factor), digits(code), clock.now());
        if (step.isEmpty()) {
            throw Problem.unprocessable(new FieldError("/otp", "field.code-wrong"));
        }
        factor.use(step.getAsLong());
        factor.confirm(clock.now());
        changed.fire(new Sessions.SessionsEnded());
        tell(member, "second-factor.on");
        return newCodes(member);
    }

    /** Uses up a code of the app, or a recovery code; false if it is neither, or was used before. */
    public boolean use(UUID member, String code) {
        SecondFactor factor = factors.locked(member).filter(SecondFactor::isActive).orElse(null);
        if (factor == null) {
            return false;
        }
        String digits = digits(code);
        if (digits.matches("[0-9]{6}")) {
            OptionalLong step = Totp.step(secret(factor), digits, clock.now());
            return step.isPresent() && factor.use(step.getAsLong());
        }
        return recoveryCodes.unused(member, hash(member, code)).map(c -> {
            c.use(clock.now());
            journal.write(new Journal.Entry("staff/" + member, "second-factor.recovery-code-used", "staff", member, Map.of("left", recoveryCodes.left(member))));
            return true;
        }).orElse(false);
    }

    /** Makes new recovery codes; the old ones are void. */
    public List<String> renew(UUID member) {
        factors.locked(member).filter(SecondFactor::isActive).orElseThrow(() -> conflict("problem.second-factor-is-off"));
        tell(member, "second-factor.recovery-codes-renewed");
        return newCodes(member);
    }

    private List<String> newCodes(UUID member) {
        recoveryCodes.removeAll(member);
        List<String> codes = Stream.generate(Secrets::recoveryCode).limit(RECOVERY_CODES).toList();
        codes.forEach(code -> recoveryCodes.add(new RecoveryCode(Ids.next(), member, hash(member, code))));
        return codes;
    }

    /** Refuses where it is off, and where a role asks for one. */
    public void requireRemovable(UUID member) {
        if (!factors.isActive(member)) {
            throw conflict("problem.second-factor-is-off");
        }
        if (sessions.requiresSecondFactor(staff.get(member))) {
            throw conflict("problem.second-factor-required-here");
        }
    }

    /** Switches it off for its owner. */
    public void remove(UUID member) {
        requireRemovable(member);
        take(factors.locked(member).filter(SecondFactor::isActive).orElseThrow(() -> conflict("problem.second-factor-is-off")), "second-factor.off");
    }

    /** Switches it off for somebody who has lost his device, and ends his sessions. */
    public void reset(UUID member) {
        staff.get(member);
        take(factors.locked(member).orElseThrow(Problem::notFound), "second-factor.reset");
        sessions.revokeAll(member);
    }

    private void take(SecondFactor factor, String action) {
        recoveryCodes.removeAll(factor.id());
        factors.remove(factor);
        tell(factor.id(), action);
    }

    private void tell(UUID member, String action) {
        journal.write(new Journal.Entry(caller.actor(), action, "staff", member, Map.of()));
    }

    private String secret(SecondFactor factor) {
        return personalData.open(factor.id(), place(factor.id()), factor.secret());
    }

    /** Apps show a code in two groups. */
    private static String digits(String code) {
        return code.replaceAll("[\\s-]", "");
    }

    private static byte[] hash(UUID member, String code) {
        return Secrets.hash(member + "|" + code.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private static Problem conflict(String detail) {
        return Problem.of(Problem.Kind.CONFLICT, detail);
    }

    private static Place place(UUID member) {
        return new Place(TABLE, "secret", member);
    }
}
