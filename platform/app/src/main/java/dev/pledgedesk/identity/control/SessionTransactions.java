package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Owed;
import dev.pledgedesk.identity.SignInWay;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.identity.entity.AgreementSignatures;
import dev.pledgedesk.identity.entity.ApiClientRecord;
import dev.pledgedesk.identity.entity.ApiClientRecords;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.SecondFactorRows;
import dev.pledgedesk.identity.entity.Session;
import dev.pledgedesk.identity.entity.SessionRows;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens, reads and ends sessions. */
@ApplicationScoped
@Transactional
public class SessionTransactions {

    /** How often it is noted that a session is used, at most. */
    private static final Duration USE_NOTED = Duration.ofMinutes(5);

    @Inject
    SessionRows sessions;

    @Inject
    StaffMembers staff;

    @Inject
    CustomerRecords customers;

    @Inject
    ApiClientRecords clients;

    @Inject
    SecondFactorRows secondFactors;

    @Inject
    AgreementSignatures agreements;

    @Inject
    RequestTrace trace;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    @Inject
    Journal journal;

    @Inject
    Event<Sessions.SessionsEnded> ended;

    /** A new session; bound to one ticket if {@code ticketId} is not null. */
    public Session open(CallerKind kind, UUID subject, UUID ticketId, SignInWay way, Duration life) {
        var now = clock.now();
        Session session = new Session(Ids.next(), kind, subject, ticketId, way, now, now.plus(life));
        Device device = Device.of(trace.agent());
        session.openedWith(device.browser(), device.system());
        journal.write(new Journal.Entry(kind.key() + "/" + subject, "session.opened", "session", session.id(), Map.of("way", way.key())));
        return sessions.add(session);
    }

    /** Who a session belongs to; notes now and then that it is used. */
    public Optional<Caller.Identity> caller(UUID id) {
        return sessions.find(id).filter(s -> s.isLive(clock.now())).flatMap(s -> {
            if (s.usedAt().plus(USE_NOTED).isBefore(clock.now())) {
                sessions.used(id, clock.now());
            }
            return caller(s);
        });
    }

    private Optional<Caller.Identity> caller(Session s) {
        return switch (s.kind()) {
            case STAFF -> staff.find(s.subjectId()).filter(StaffMember::isActive).map(m -> {
                Owed owed = owed(s, m);
                return owed == null ? identity(s, m.roles()) : new Caller.Identity(CallerKind.STAFF, m.id(), Set.copyOf(m.roles()), Set.of(), s.id(), null, owed);
            });
            case CLIENT -> clients.find(s.subjectId()).filter(ApiClientRecord::isActive).map(c -> identity(s, c.roles()));
            case CUSTOMER -> customers.find(s.subjectId()).map(c ->
                    new Caller.Identity(CallerKind.CUSTOMER, s.subjectId(), Set.of(), Permission.OF_CUSTOMERS, s.id(), s.ticketId()));
            default -> Optional.empty();
        };
    }

    private Owed owed(Session session, StaffMember member) {
        return mustEnrol(session, member) ? Owed.SECOND_FACTOR : owesAgreement(member) ? Owed.AGREEMENT : null;
    }

    /** Whom an identity provider vouches for is asked by the provider. */
    private boolean mustEnrol(Session session, StaffMember member) {
        return session.way() == SignInWay.PASSWORD && requiresSecondFactor(member) && !secondFactors.isActive(member.id());
    }

    private boolean owesAgreement(StaffMember member) {
        return tenants.config().agreement().filter(a -> agreements.of(member.id(), a.version()).isEmpty()).isPresent();
    }

    /** Whether a role of the member asks for a second factor. */
    boolean requiresSecondFactor(StaffMember member) {
        var config = tenants.config();
        return member.roles().stream().flatMap(r -> config.role(r).stream()).anyMatch(r -> r.secondFactor() == OrganisationSection.SecondFactorRule.REQUIRED);
    }

    private Caller.Identity identity(Session session, List<String> roles) {
        return new Caller.Identity(session.kind(), session.subjectId(), Set.copyOf(roles), permissions(roles), session.id(), null);
    }

    /** What the roles of the running configuration allow. */
    Set<Permission> permissions(Collection<String> roles) {
        var config = tenants.config();
        return roles.stream().flatMap(r -> config.role(r).stream()).map(OrganisationSection.Role::permissions).flatMap(List::stream)
                .flatMap(key -> Permission.grantable(key).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Ends one session. */
    public void revoke(UUID session, String actor) {
        sessions.find(session).ifPresent(s -> {
            s.revoke(clock.now());
            journal.write(new Journal.Entry(actor, "session.revoked", "session", session, Map.of()));
        });
        ended.fire(new Sessions.SessionsEnded());
    }

    /** Ends every session of a subject. */
    public void revokeAll(UUID subject) {
        revokeAllBut(subject, null);
    }

    /** Ends every session of a subject but one, null for none; tells how many. */
    int revokeAllBut(UUID subject, UUID but) {
        List<Session> others = sessions.live(subject, clock.now(), Integer.MAX_VALUE).stream().filter(s -> !s.id().equals(but)).toList();
        others.forEach(s -> s.revoke(clock.now()));
        ended.fire(new Sessions.SessionsEnded());
        return others.size();
    }
}
