package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.SignInCodeIssued;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.identity.entity.AccessLinks;
import dev.pledgedesk.identity.entity.ApiClientRecords;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.Session;
import dev.pledgedesk.identity.entity.SignInCode;
import dev.pledgedesk.identity.entity.SignInCodes;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Checks proofs and opens sessions for {@link dev.pledgedesk.identity.SignIn}; empty means refused. */
@ApplicationScoped
@Transactional
public class SignInTransactions {

    @Inject
    StaffMembers staff;

    @Inject
    CustomerRecords customers;

    @Inject
    ApiClientRecords clients;

    @Inject
    SignInCodes codes;

    @Inject
    AccessLinks links;

    @Inject
    SessionTransactions sessions;

    @Inject
    Tokens tokens;

    @Inject
    Passwords passwords;

    @Inject
    BlindIndex blindIndex;

    @Inject
    TenantContext context;

    @Inject
    DeskClock clock;

    @Inject
    Event<SignInCodeIssued> codeIssued;

    public Optional<SignedIn> withPassword(String login, String password, Duration life) {
        Optional<StaffMember> member = staff.byLogin(login.strip().toLowerCase(Locale.ROOT));
        boolean good = passwords.matches(password, member.map(StaffMember::passwordHash).orElse(null));
        return member.filter(m -> good && m.isActive()).map(m -> signedIn(CallerKind.STAFF, m.id(), m.roles(), null, life));
    }

    public Optional<SignedIn> withSecret(UUID clientId, String secret, Duration life) {
        return clients.find(clientId).filter(c -> c.isActive() && Secrets.matches(secret, c.secretHash()))
                .map(c -> signedIn(CallerKind.CLIENT, c.id(), c.roles(), null, life));
    }

    public Optional<SignedIn> withCode(String email, String code, Duration life) {
        Optional<CustomerRecord> customer = customers.byEmail(blindIndex.of("email", BlindIndex.mail(email, "/email")));
        return customer.flatMap(c -> codes.last(c.id())).filter(c -> c.redeem(Secrets.hash(code.strip()), clock.now())).map(c -> {
            customer.get().verify(clock.now());
            return signedIn(CallerKind.CUSTOMER, c.customerId(), List.of(), null, life);
        });
    }

    public Optional<SignedIn> withLink(String link, Duration life) {
        return links.byToken(Secrets.hash(link)).filter(l -> l.isLive(clock.now()))
                .map(l -> signedIn(CallerKind.CUSTOMER, l.customerId(), List.of(), l.ticketId(), life));
    }

    /** Makes and announces a code if the address is known. */
    public void sendCode(String email) {
        customers.byEmail(blindIndex.of("email", BlindIndex.mail(email, "/email"))).ifPresent(customer -> {
            String code = Secrets.code();
            codes.add(new SignInCode(Ids.next(), customer.id(), Secrets.hash(code), clock.now()));
            codeIssued.fire(new SignInCodeIssued(customer.id(), code));
        });
    }

    public void out(UUID session, String actor) {
        sessions.revoke(session, actor);
    }

    /** A session with its token, for who has proved who he is; bound to one ticket if {@code ticketId} is not null. */
    SignedIn signedIn(CallerKind kind, UUID subject, List<String> roles, UUID ticketId, Duration life) {
        Session session = sessions.open(kind, subject, ticketId, life);
        return new SignedIn(tokens.issue(context.tenantId(), kind, subject, roles, session.id(), session.expiresAt()), life, kind, ticketId);
    }
}
