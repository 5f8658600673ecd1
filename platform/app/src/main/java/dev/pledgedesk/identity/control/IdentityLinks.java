package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.ExternalIdentityView;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.ExternalIdentity;
import dev.pledgedesk.identity.entity.ExternalIdentityRows;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.IdentitySection.Provider;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which issuer and subject belong to whom. */
@ApplicationScoped
@Transactional
public class IdentityLinks {

    private static final String TABLE = "external_identity";
    private static final int MOST = 10;

    @Inject
    ExternalIdentityRows identities;

    @Inject
    StaffMembers staff;

    @Inject
    CustomerRecords customers;

    @Inject
    SessionTransactions sessions;

    @Inject
    PersonalData personalData;

    @Inject
    BlindIndex blindIndex;

    @Inject
    Tenants tenants;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    /** The identity of an issuer and a subject, among those of staff or those of customers. */
    Optional<ExternalIdentity> find(String issuer, String subject, boolean ofStaff) {
        return identities.byKey(issuer, blindIndex.candidates("subject", issuer + " " + subject), ofStaff);
    }

    /** Those of a person. */
    public List<ExternalIdentityView> of(UUID person) {
        return identities.of(person).stream().map(this::view).toList();
    }

    /** Those of a member of staff, who must be there. */
    public List<ExternalIdentityView> ofMember(UUID staffId) {
        return of(staff.get(staffId).id());
    }

    /** Links a member of staff with an issuer, which must be one of his tenant's for staff, and a subject. */
    public ExternalIdentityView addToMember(UUID staffId, String issuer, String subject, String actor) {
        StaffMember member = staff.get(staffId);
        if (tenants.config().providers().stream().noneMatch(p -> p.isForStaff() && p.issuer().equals(issuer))) {
            throw Problem.unprocessable(new FieldError("/issuer", "field.unknown-key", issuer));
        }
        return add(true, member.id(), issuer, subject, actor);
    }

    /** Links a person; again for the same person is no change, for another a conflict. */
    public ExternalIdentityView add(boolean ofStaff, UUID person, String issuer, String subject, String actor) {
        Optional<ExternalIdentity> known = find(issuer, subject, ofStaff);
        if (known.isPresent()) {
            if (!known.get().personId().equals(person)) {
                throw Problem.of(Problem.Kind.CONFLICT, "provider.linked-to-another");
            }
            return view(known.get());
        }
        if (identities.of(person).size() >= MOST) {
            throw Problem.of(Problem.Kind.CONFLICT, "provider.too-many", MOST);
        }
        UUID id = Ids.next();
        var sealed = personalData.seal(person, new Place(TABLE, "subject", id), subject);
        ExternalIdentity added = identities.add(ofStaff ? ExternalIdentity.ofStaff(id, person, issuer, sealed, index(issuer, subject), clock.now())
                : ExternalIdentity.ofCustomer(id, person, issuer, sealed, index(issuer, subject), clock.now()));
        identities.flush();
        tell("identity.linked", added, actor);
        return view(added);
    }

    /** Takes an identity from a member of staff and ends his sessions, one of which may have come by it. */
    public void removeFromMember(UUID staffId, UUID id, String actor) {
        ExternalIdentity identity = owned(staffId, id);
        identities.remove(identity);
        sessions.revokeAll(staffId);
        tell("identity.unlinked", identity, actor);
    }

    /** Takes an identity from its owner at his own wish, unless he could never come back without it. */
    public void removeOwn(UUID person, UUID id, String actor) {
        ExternalIdentity identity = owned(person, id);
        boolean otherWay = identity.isOfStaff() ? staff.get(person).passwordHash() != null : customers.find(person).map(CustomerRecord::email).isPresent();
        if (!otherWay && identities.of(person).size() == 1) {
            throw Problem.of(Problem.Kind.CONFLICT, "provider.only-way");
        }
        identities.remove(identity);
        tell("identity.unlinked", identity, actor);
    }

    private ExternalIdentity owned(UUID person, UUID id) {
        return identities.find(id).filter(i -> i.personId().equals(person)).orElseThrow(Problem::notFound);
    }

    private void tell(String action, ExternalIdentity identity, String actor) {
        journal.write(new Journal.Entry(actor, action, identity.isOfStaff() ? "staff" : "customer", identity.personId(), Map.of("issuer", identity.issuer())));
    }

    private byte[] index(String issuer, String subject) {
        return blindIndex.of("subject", issuer + " " + subject);
    }

    private ExternalIdentityView view(ExternalIdentity i) {
        var provider = tenants.config().providers().stream().filter(p -> p.isForStaff() == i.isOfStaff() && p.issuer().equals(i.issuer())).findFirst();
        return new ExternalIdentityView(i.id(), i.issuer(), personalData.open(i.personId(), new Place(TABLE, "subject", i.id()), i.subject()),
                provider.map(Provider::name).orElse(null), i.linkedAt());
    }
}
