package dev.pledgedesk.identity.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.SignInWay;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.identity.entity.AccessLinks;
import dev.pledgedesk.identity.entity.ApiClientRecord;
import dev.pledgedesk.identity.entity.ApiClientRecords;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.SecondFactorRows;
import dev.pledgedesk.identity.entity.Session;
import dev.pledgedesk.identity.entity.SignInCode;
import dev.pledgedesk.identity.entity.SignInCodeRequest;
import dev.pledgedesk.identity.entity.SignInCodeRequests;
import dev.pledgedesk.identity.entity.SignInCodes;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks proofs and opens sessions for {@link dev.pledgedesk.identity.SignIn}; empty means refused. */
@ApplicationScoped
@Transactional
public class SignInTransactions {

    /** Compared with where there is no client, which takes as long. */
    private static final String NO_SECRET = Secrets.hashText(Secrets.token());

    @Inject
    StaffMembers staff;

    @Inject
    CustomerRecords customers;

    @Inject
    ApiClientRecords clients;

    @Inject
    SignInCodes codes;

    @Inject
    SignInCodeRequests codeRequests;

    @Inject
    SecondFactorRows secondFactors;

    @Inject
    PendingSignIns pending;

    @Inject
    AccessLinks links;

    @Inject
    SessionTransactions sessions;

    @Inject
    Tokens tokens;

    @Inject
    Passwords passwords;

    @Inject
    DueWork dueWork;

    @Inject
    TenantContext context;

    @Inject
    DeskClock clock;

    /**
     * A member of staff whose password is right.
     *
     * @param secondFactor whether one is asked for as well
     * @param note         stands for the password in the second step, null without one
     */
    public record PasswordRight(UUID member, boolean secondFactor, String note) {
    }

    /** Whose account a sign-in name is, for the journal; null if nobody has it. */
    public String subjectOfLogin(String login) {
        return staff.byLogin(login).map(m -> "staff/" + m.id()).orElse(null);
    }

    /** Whose account a mail address is, for the journal; null if nobody has it. */
    public String subjectOfMail(byte[] emailIndex) {
        return customers.byEmail(List.of(emailIndex)).map(c -> "customer/" + c.id()).orElse(null);
    }

    /** Whose account a client's id is, for the journal; null if nobody has it. */
    public String subjectOfClient(UUID clientId) {
        return clients.find(clientId).map(c -> "client/" + c.id()).orElse(null);
    }

    /** The sign-in name of a member. */
    public String loginOf(UUID member) {
        return staff.get(member).login();
    }

    /** Checks a password; a hash that was made with fewer iterations than now is renewed. */
    public Optional<PasswordRight> passwordRight(String login, String password) {
        Optional<StaffMember> member = staff.byLogin(login);
        boolean good = passwords.matches(password, member.map(StaffMember::passwordHash).orElse(null));
        return member.filter(m -> good && m.isActive()).map(m -> {
            if (passwords.isOutdated(m.passwordHash())) {
                m.changePassword(passwords.again(password));
            }
            boolean secondFactor = secondFactors.isActive(m.id());
            return new PasswordRight(m.id(), secondFactor, secondFactor ? pending.note(m) : null);
        });
    }

    /** Whose second step a note is for; empty if it is over, or the password was changed since, or the member may not sign in any more. */
    public Optional<StaffMember> ofNote(String note) {
        return pending.member(note).flatMap(staff::find).filter(m -> m.isActive() && pending.isOf(note, m));
    }

    /** Opens a session for a member of staff who has proved who he is; empty if he may not sign in. */
    public Optional<SignedIn> open(UUID member, SignInWay way, Duration life) {
        return staff.find(member).filter(StaffMember::isActive).map(m -> signedIn(CallerKind.STAFF, m.id(), m.roles(), null, way, life));
    }

    public Optional<SignedIn> withSecret(UUID clientId, String secret, Duration life) {
        Optional<ApiClientRecord> client = clients.find(clientId);
        boolean good = Secrets.matches(secret, client.map(ApiClientRecord::secretHash).orElse(NO_SECRET));
        return client.filter(c -> good && c.isActive()).map(c -> signedIn(CallerKind.CLIENT, c.id(), c.roles(), null, SignInWay.SECRET, life));
    }

    public Optional<SignedIn> withCode(byte[] emailIndex, String code, Duration life) {
        byte[] hash = Secrets.hash(code.strip());
        Optional<CustomerRecord> customer = customers.byEmail(List.of(emailIndex));
        Optional<SignInCode> last = codes.last(customer.map(CustomerRecord::id).orElseGet(Ids::next));
        return last.filter(c -> c.isGood(hash, clock.now()) && codes.use(c.id(), clock.now())).map(c -> {
            customer.orElseThrow().verify(clock.now());
            return signedIn(CallerKind.CUSTOMER, c.customerId(), List.of(), null, SignInWay.CODE, life);
        });
    }

    public Optional<SignedIn> withLink(String link, Duration life) {
        return links.byToken(Secrets.hash(link)).filter(l -> l.isLive(clock.now()))
                .map(l -> signedIn(CallerKind.CUSTOMER, l.customerId(), List.of(), l.ticketId(), SignInWay.LINK, life));
    }

    /** Notes that a code was asked for; whether anybody has the address is looked up later, so that nobody can tell it from how long this takes. */
    public void askForCode(byte[] emailIndex) {
        dueWork.now(CodeMailing.KIND, codeRequests.add(new SignInCodeRequest(Ids.next(), emailIndex)).id());
    }

    public void out(UUID session, String actor) {
        sessions.revoke(session, actor);
    }

    /** A session with its token, for who has proved who he is; bound to one ticket if {@code ticketId} is not null. */
    SignedIn signedIn(CallerKind kind, UUID subject, List<String> roles, UUID ticketId, SignInWay way, Duration life) {
        Session session = sessions.open(kind, subject, ticketId, way, life);
        return new SignedIn(tokens.issue(context.tenantId(), kind, subject, roles, session.id(), session.expiresAt()), life, kind, ticketId);
    }
}
