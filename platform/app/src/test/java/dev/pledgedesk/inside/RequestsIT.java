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
import dev.pledgedesk.identity.entity.Session;
import dev.pledgedesk.identity.entity.SessionRows;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts;
import jakarta.inject.Inject;
import java.time.Duration;
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

    @Inject
    DataRequests requests;

    @Inject
    Alerts alerts;

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

    private List<AlertKind> raised(TenantId tenant) {
        return as(tenant, () -> alerts.page(true, PageRequest.first(50)).items().stream().map(a -> a.cause().kind()).toList());
    }

    private DataRequest takenDown(TenantId tenant, UUID customer) {
        DataRequest request = as(tenant, () -> requests.takeDown(customer, DataRequestKind.ACCESS, null, "Called back"));
        // Told by this test, not by the desk's own worker, whose clock the test moves.
        OwnerSql.change("update due_work set leased_until = '2999-01-01' where id = ?", request.id());
        return request;
    }

    @Test
    void theOfficerIsToldBeforeAndAfterTheDeadlineUnlessItIsDecided() {
        TenantId a = desk("deadline-a");
        TenantId b = desk("deadline-b");
        UUID customer = file(a, "asker").requester().id();
        DataRequest late = takenDown(a, customer);
        assertThat(OwnerSql.read("select extract(day from due_at - now())::int from due_work where kind = 'data-request-due' and id = ?", late.id())).containsExactly("11");
        clock.pass(Duration.ofDays(12));
        work(a, "data-request-due", late.id());
        assertThat(raised(a)).containsExactly(AlertKind.REQUEST_DUE);
        clock.pass(Duration.ofDays(4));
        work(a, "data-request-overdue", late.id());
        assertThat(raised(a)).containsExactly(AlertKind.REQUEST_OVERDUE, AlertKind.REQUEST_DUE);
        assertThat(as(a, () -> requests.get(late.id())).isOverdue(clock.now())).isTrue();
        assertThat(raised(b)).as("next door nothing").isEmpty();

        as(a, () -> requests.decide(late.id(), false, "Not ours to tell"));
        work(a, "data-request-overdue", late.id());
        assertThat(raised(a)).as("it is decided").hasSize(2);
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
