package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.SignInWay;
import dev.pledgedesk.identity.entity.ApiClientRecord;
import dev.pledgedesk.identity.entity.ApiClientRecords;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.SessionRows;
import dev.pledgedesk.identity.entity.SignInCode;
import dev.pledgedesk.identity.entity.SignInCodes;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes accounts without the ways that need a configuration, and tries to sign in as from some source. */
@ApplicationScoped
public class SignInProbe {

    /** Password of every member of staff it makes. */
    public static final String PASSWORD = "a horse of another colour";

    /** Secret of every API client it makes; compared without a slow hash, so that many tries take no time. */
    public static final String SECRET = "pdk_of the probe";

    @Inject
    GuardedSignIn guarded;

    @Inject
    StaffMembers staff;

    @Inject
    CustomerRecords customers;

    @Inject
    ApiClientRecords clients;

    @Inject
    SignInCodes codes;

    @Inject
    SessionRows sessions;

    @Inject
    SessionTransactions sessionTransactions;

    @Inject
    Passwords passwords;

    @Inject
    PersonalData personalData;

    @Inject
    BlindIndex blindIndex;

    @Inject
    RequestTrace trace;

    @Inject
    DeskClock clock;

    /** Adds a member of staff. */
    @Transactional
    public UUID addStaff(String login, boolean active) {
        StaffMember member = new StaffMember(Ids.next(), login, passwords.again(PASSWORD), clock.now());
        member.rename(personalData.seal(member.id(), new Place("staff", "name", member.id()), "Probe"));
        member.setActive(active);
        return staff.add(member).id();
    }

    /** Puts a hash in place of the member's. */
    @Transactional
    public void keepHash(UUID member, String hash) {
        staff.get(member).changePassword(hash);
    }

    /** The hash that is kept. */
    @Transactional
    public String keptHash(UUID member) {
        return staff.get(member).passwordHash();
    }

    /** Adds a customer with a code that nobody knows. */
    @Transactional
    public UUID addCustomer(String mail) {
        UUID id = Ids.next();
        CustomerRecord customer = new CustomerRecord(id, personalData.seal(id, new Place("customer", "name", id), "Probe"), "en", clock.now());
        customer.mailAt(personalData.seal(id, new Place("customer", "email", id), mail), blindIndex.of("email", mail));
        customers.add(customer);
        codes.add(new SignInCode(Ids.next(), id, Secrets.hash("nobody knows"), clock.now()));
        return id;
    }

    /** Adds an API client. */
    @Transactional
    public UUID addClient(boolean active) {
        ApiClientRecord client = new ApiClientRecord(Ids.next(), "probe", Secrets.hashText(SECRET), List.of(), clock.now());
        if (!active) {
            client.remove(clock.now());
        }
        return clients.add(client).id();
    }

    /** A try by password. */
    public String password(String source, String login, String password) {
        return tried(source, () -> guarded.withPassword(login, password, null, Duration.ofHours(1)));
    }

    /** A try by client secret. */
    public String secret(String source, UUID client, String secret) {
        return tried(source, () -> guarded.withSecret(client, secret, Duration.ofHours(1)));
    }

    /** A try by code. */
    public String code(String source, String mail) {
        return tried(source, () -> guarded.withCode(mail, "000000", Duration.ofHours(1)));
    }

    /** A try by link. */
    public String link(String source, String link) {
        return tried(source, () -> guarded.withLink(link, Duration.ofHours(1)));
    }

    /** Asks for a code. */
    public String askForCode(String source, String mail) {
        return tried(source, () -> {
            guarded.sendCode(mail);
            return null;
        });
    }

    /** What came of a try: ok, or the kind of its refusal with the seconds to wait. */
    private String tried(String source, Supplier<?> way) {
        trace.begin("probe", source, null);
        try {
            way.get();
            return "ok";
        } catch (Problem refused) {
            return refused.kind().code() + (refused.retryAfter() == null ? "" : " " + refused.retryAfter().toMinutes());
        }
    }

    /** Opens a customer's session. */
    @Transactional
    public UUID openSession(UUID customer) {
        return sessionTransactions.open(CallerKind.CUSTOMER, customer, null, SignInWay.CODE, Duration.ofDays(1)).id();
    }

    /** Looks a session up as a request does that no node remembers. */
    public boolean useSession(UUID session) {
        return sessionTransactions.caller(session).isPresent();
    }

    /** When a session was last used, as far as it is noted. */
    @Transactional
    public Instant usedAt(UUID session) {
        return sessions.get(session).usedAt();
    }
}
