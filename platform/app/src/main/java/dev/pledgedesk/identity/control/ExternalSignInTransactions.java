package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.SignInWay;
import dev.pledgedesk.identity.SignedIn;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.ExternalIdentity;
import dev.pledgedesk.identity.entity.SignInDeparture;
import dev.pledgedesk.identity.entity.SignInDepartures;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.IdentitySection.Link;
import dev.pledgedesk.tenancy.IdentitySection.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Remembers sign-ins that have gone to a provider, and lets in whom it vouches for. The provider is asked between these transactions, never inside one. */
@ApplicationScoped
@Transactional
public class ExternalSignInTransactions {

    /** What was begun, for its one end. */
    public record Begun(String provider, UUID linkTo, String back) {
    }

    @Inject
    SignInDepartures departures;

    @Inject
    IdentityLinks links;

    @Inject
    StaffMembers staff;

    @Inject
    StaffTransactions newStaff;

    @Inject
    CustomerRecords customers;

    @Inject
    Customers newCustomers;

    @Inject
    SignInTransactions signIns;

    @Inject
    DueWork dueWork;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    /** Remembers one by the hashes of its state and its browser. */
    public void begin(String state, String browser, String provider, UUID linkTo, String back) {
        SignInDeparture begun = departures.add(new SignInDeparture(Ids.next(), Secrets.hash(state), Secrets.hash(browser), provider, linkTo, back, clock.now()));
        dueWork.at(DepartureExpiry.KIND, begun.id(), begun.expiresAt());
    }

    /** Takes one back, which is good once; empty if there is none of that state, it is too old, or another browser began it. */
    public Optional<Begun> take(String state, String browser) {
        return departures.byState(Secrets.hash(state)).filter(p -> {
            departures.remove(p);
            dueWork.done(DepartureExpiry.KIND, List.of(p.id()));
            return browser != null && p.isOf(Secrets.hash(browser), clock.now());
        }).map(p -> new Begun(p.provider(), p.linkTo(), p.back()));
    }

    /** Takes away those that never came back. */
    public void expire(List<UUID> ids) {
        departures.findAll(ids).forEach(departures::remove);
    }

    /** A session for whom a provider vouches for. */
    public SignedIn signIn(Provider provider, Newcomer newcomer, Duration life) {
        Optional<ExternalIdentity> known = links.find(provider.issuer(), newcomer.subject(), provider.isForStaff());
        return provider.isForStaff() ? staff(provider, newcomer, known, life) : customer(provider, newcomer, known, life);
    }

    /** Makes the identity that has arrived one of a person's. */
    public void link(Provider provider, Newcomer newcomer, UUID person) {
        links.add(provider.isForStaff(), person, provider.issuer(), newcomer.subject(), actor(provider, person));
    }

    private SignedIn staff(Provider provider, Newcomer newcomer, Optional<ExternalIdentity> known, Duration life) {
        StaffMember member = known.map(i -> staff.get(i.personId())).orElseGet(() -> newMember(provider, newcomer));
        if (!member.isActive()) {
            throw Problem.of(Problem.Kind.DENIED, "provider.account-closed");
        }
        tell(provider, member.id());
        return signIns.signedIn(CallerKind.STAFF, member.id(), member.roles(), null, SignInWay.OIDC, life);
    }

    private StaffMember newMember(Provider provider, Newcomer newcomer) {
        if (provider.link() != Link.CREATE) {
            throw notLinked(newcomer);
        }
        List<String> roles = provider.rolesOf(newcomer.groups());
        if (roles.isEmpty()) {
            throw Problem.of(Problem.Kind.DENIED, "provider.no-role");
        }
        StaffMember member = newStaff.addVouched(newcomer.userName(), newcomer.name(), newcomer.verifiedMail(), roles);
        link(provider, newcomer, member.id());
        return member;
    }

    private SignedIn customer(Provider provider, Newcomer newcomer, Optional<ExternalIdentity> known, Duration life) {
        CustomerRecord customer = customers.get(known.map(ExternalIdentity::personId).orElseGet(() -> {
            UUID person = person(provider, newcomer);
            link(provider, newcomer, person);
            return person;
        }));
        tell(provider, customer.id());
        return signIns.signedIn(CallerKind.CUSTOMER, customer.id(), List.of(), null, SignInWay.OIDC, life);
    }

    private UUID person(Provider provider, Newcomer newcomer) {
        // An address counts only where the tenant has said so: else whoever can write one at the provider would be let into another's account.
        String mail = provider.trustVerifiedEmail() ? newcomer.verifiedMail() : null;
        return Optional.ofNullable(mail).flatMap(newCustomers::findProved).orElseGet(() -> {
            if (provider.link() != Link.CREATE) {
                throw notLinked(newcomer);
            }
            return newCustomers.addProved(newcomer.name(), mail, null);
        });
    }

    private static Problem notLinked(Newcomer newcomer) {
        return Problem.of(Problem.Kind.DENIED, "provider.not-linked", newcomer.subject());
    }

    private void tell(Provider provider, UUID person) {
        journal.write(new Journal.Entry(actor(provider, person), "identity.signed-in", kind(provider).key(), person,
                Map.of("provider", provider.key(), "issuer", provider.issuer())));
    }

    private static String actor(Provider provider, UUID person) {
        return kind(provider).key() + "/" + person;
    }

    private static CallerKind kind(Provider provider) {
        return provider.isForStaff() ? CallerKind.STAFF : CallerKind.CUSTOMER;
    }
}
