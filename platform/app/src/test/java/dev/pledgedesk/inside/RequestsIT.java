package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.DataRequestKind;
import dev.pledgedesk.identity.DataRequestState;
import dev.pledgedesk.identity.DataRequests;
import dev.pledgedesk.identity.DataRequests.DataRequest;
import dev.pledgedesk.identity.SignInWay;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.identity.entity.Session;
import dev.pledgedesk.identity.entity.SessionRows;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.tenancy.control.ConfigFile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The deadlines of what persons ask for, as time passes: told before and after, appeals in time, to be forgotten only by who has just signed in. */
@ExtendWith(ArquillianExtension.class)
class RequestsIT extends SealedDesk {

    private static final ConfigFile PRIVACY = new ConfigFile("privacy.yaml", String.join("\n", "requests:", "  escalation: [{after: 12h, roles: [manager]}]"));
    private static final ConfigFile ORGANISATION = new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]", "teams: [{key: first, name: {en: First}, department: desk}]",
            "roles:", "- {key: officer, name: {en: Officer}, permissions: [privacy.read, privacy.manage]}", "- {key: manager, name: {en: Manager}, permissions: [ticket.read]}"));

    @Inject
    DataRequests requests;

    @Inject
    Promises promises;

    @Inject
    Notices notices;

    @Inject
    Staff staff;

    @Inject
    SessionRows sessions;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    private <T> T asCustomer(TenantId tenant, UUID customer, UUID session, Supplier<T> work) {
        return scope.call(tenant, () -> {
            caller.identify(new Caller.Identity(CallerKind.CUSTOMER, customer, Set.of(), Permission.OF_CUSTOMERS, session, null));
            return work.get();
        });
    }

    private DataRequest takenDown(TenantId tenant, UUID customer) {
        DataRequest request = as(tenant, () -> requests.takeDown(customer, DataRequestKind.ACCESS, null, "Called back"));
        keepFromWorkers(request.id());
        return request;
    }

    /** Told by this test, not by the desk's own worker, whose clock the test moves. */
    private static void keepFromWorkers(UUID request) {
        OwnerSql.change("update due_work set leased_until = '2999-01-01' where kind = 'promise' and id = ?", request);
    }

    private void pass(TenantId tenant, Duration time, UUID request) {
        clock.pass(time);
        work(tenant, "promise", request);
        keepFromWorkers(request);
    }

    private List<String> told(TenantId tenant, UUID member) {
        return scope.call(tenant, () -> {
            caller.identify(new Caller.Identity(CallerKind.STAFF, member, Set.of(), EnumSet.noneOf(Permission.class), null, null));
            return notices.page(false, PageRequest.first(50)).items().stream().map(n -> n.kind() + " " + n.subjectType()).toList();
        });
    }

    private UUID member(TenantId tenant, String role) {
        return scope.call(tenant, () -> {
            caller.identify(new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(), EnumSet.of(Permission.STAFF_MANAGE), null, null));
            return staff.add(new StaffDraft(role, role, null, "long enough password 1", null, null, null, List.of(role), null)).id();
        });
    }

    @Test
    void officersAreToldBeforeAndAfterTheDeadlineAndOthersAfterThem() {
        TenantId a = SmallDesk.configured(configurations, tenants, "deadline-a", ORGANISATION, PRIVACY);
        TenantId b = SmallDesk.configured(configurations, tenants, "deadline-b", ORGANISATION, PRIVACY);
        UUID officer = member(a, "officer");
        UUID manager = member(a, "manager");
        UUID elsewhere = member(b, "officer");
        DataRequest late = takenDown(a, file(a, "asker").requester().id());
        ClockView begun = clocks(a, late).get(0);
        assertThat(begun.reading().dueAt()).as("as the person was told").isEqualTo(late.dueAt().truncatedTo(ChronoUnit.MICROS));
        pass(a, Duration.ofDays(12), late.id());
        assertThat(told(a, officer)).containsExactly("promise-warning data-request");
        pass(a, Duration.ofDays(3).plusSeconds(1), late.id());
        assertThat(told(a, officer)).containsExactly("promise-broken data-request", "promise-warning data-request");
        assertThat(told(a, manager)).isEmpty();
        pass(a, Duration.ofDays(1), late.id());
        assertThat(told(a, manager)).containsExactly("promise-escalated data-request");
        assertThat(as(a, () -> requests.get(late.id())).isOverdue(clock.now())).isTrue();
        assertThat(told(b, elsewhere)).as("next door nothing").isEmpty();

        as(a, () -> requests.decide(late.id(), false, "Not ours to tell"));
        pass(a, Duration.ofDays(9), late.id());
        assertThat(told(a, officer)).as("it is decided").hasSize(2);
        assertThat(clocks(a, late)).singleElement().satisfies(c -> {
            assertThat(c.reading().state()).isEqualTo(ClockState.FULFILLED);
            assertThat(c.reading().brokenAt()).isNotNull();
        });
        asCustomer(a, late.customerId(), null, () -> requests.appeal(late.id(), "But it is"));
        assertThat(clocks(a, late)).extracting(ClockView::target).containsExactly("access", "access-appeal");
        DataRequest withdrawn = asCustomer(a, late.customerId(), null, () -> requests.withdraw(late.id()));
        assertThat(clocks(a, withdrawn)).extracting(c -> c.reading().state()).containsExactly(ClockState.FULFILLED, ClockState.CANCELLED);
    }

    private List<ClockView> clocks(TenantId tenant, DataRequest request) {
        return as(tenant, () -> promises.ofDataRequest(request.id()));
    }

    @Test
    void anAppealInTimeHasADeadlineOfItsOwnAndALateOneIsRefused() {
        TenantId a = desk("appeal-a");
        UUID customer = file(a, "appealer").requester().id();
        DataRequest first = takenDown(a, customer);
        as(a, () -> requests.decide(first.id(), false, "Not ours to tell"));
        clock.pass(Duration.ofDays(29));
        DataRequest appealed = asCustomer(a, customer, null, () -> requests.appeal(first.id(), "But it is"));
        assertThat(Duration.between(clock.now(), appealed.dueAt())).isBetween(Duration.ofDays(14), Duration.ofDays(15));
        as(a, () -> requests.decide(first.id(), true, "So it is"));

        DataRequest second = takenDown(a, customer);
        as(a, () -> requests.decide(second.id(), false, "Not this"));
        clock.pass(Duration.ofDays(31));
        assertThat(catchThrowableOfType(Problem.class, () -> asCustomer(a, customer, null, () -> requests.appeal(second.id(), "Too late"))).detail()).isEqualTo("request.appeal-too-late");
        assertThat(as(a, () -> requests.get(second.id())).state()).isEqualTo(DataRequestState.REFUSED);
    }

    @Test
    void toBeForgottenIsAskedForSoonAfterSigningIn() {
        TenantId a = desk("fresh-a");
        UUID customer = file(a, "signedin").requester().id();
        UUID session = as(a, () -> sessionOf(customer));
        clock.pass(Duration.ofMinutes(31));
        assertThat(catchThrowableOfType(Problem.class, () -> asCustomer(a, customer, session, () -> requests.file(DataRequestKind.ERASURE, null))).detail()).isEqualTo("request.sign-in-again");
        assertThat(asCustomer(a, customer, session, () -> requests.file(DataRequestKind.OBJECTION, null)).state()).isEqualTo(DataRequestState.OPEN);
        UUID fresh = as(a, () -> sessionOf(customer));
        assertThat(asCustomer(a, customer, fresh, () -> requests.file(DataRequestKind.ERASURE, null)).state()).isEqualTo(DataRequestState.OPEN);
    }

    private UUID sessionOf(UUID customer) {
        Session session = new Session(Ids.next(), CallerKind.CUSTOMER, customer, null, SignInWay.CODE, clock.now(), clock.now().plus(Duration.ofDays(1)));
        session.openedWith("other", "other");
        step.run(() -> sessions.add(session));
        return session.id();
    }
}
