package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.eventing.control.WorkProbe;
import dev.pledgedesk.identity.control.CountingPasswords;
import dev.pledgedesk.identity.control.SignInProbe;
import dev.pledgedesk.identity.control.Throttle;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.Server;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guessing: how often, from where, for how long; and that neither the answer nor the work done for it tells who has an account. */
@ExtendWith(ArquillianExtension.class)
class GuessingIT {

    private static final String WRONG = "not a horse at all, no";
    private static final String HOME = "203.0.113.1";
    private static final String AWAY = "198.51.100.9";

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Inject
    private TenantScope scope;

    @Inject
    private SignInProbe probe;

    @Inject
    private CountingPasswords passwords;

    @Inject
    private MovableClock clock;

    @Inject
    private WorkProbe work;

    @Inject
    private Throttle throttle;

    @Inject
    private EntityManager entities;

    @Resource
    private ManagedExecutorService executor;

    @AfterEach
    void setClockRight() {
        if (clock != null) {
            clock.setRight();
        }
    }

    private static String address(int number) {
        return "192.0.2." + number;
    }

    private String secret(TenantId tenant, String source, UUID client, String secret) {
        return scope.call(tenant, () -> probe.secret(source, client, secret));
    }

    /** Tries until the first 429, from another source each time; gives how many were refused as wrong. */
    private int failUntilBlocked(TenantId tenant, UUID client) {
        for (int i = 0; i < 30; i++) {
            String result = secret(tenant, address(i), client, WRONG);
            if (result.startsWith("too-many")) {
                return i;
            }
            assertThat(result).isEqualTo("unauthenticated");
        }
        throw new AssertionError("never blocked");
    }

    @Test
    void anAccountStandsTenFailuresAndThenRestsWhetherItExistsOrNot() {
        TenantId a = BareTenants.fresh();
        UUID client = scope.call(a, () -> probe.addClient(true));
        assertThat(failUntilBlocked(a, client)).isEqualTo(10);
        assertThat(failUntilBlocked(a, UUID.randomUUID())).isEqualTo(10);
        assertThat(secret(a, AWAY, client, SignInProbe.SECRET)).as("even with the right one").startsWith("too-many 1");
        clock.pass(Duration.ofMinutes(14));
        assertThat(secret(a, AWAY, client, SignInProbe.SECRET)).startsWith("too-many");
        clock.pass(Duration.ofMinutes(2));
        assertThat(secret(a, AWAY, client, SignInProbe.SECRET)).isEqualTo("ok");
    }

    @Test
    void anotherTenantsAccountIsAnother() {
        TenantId a = BareTenants.fresh();
        TenantId b = BareTenants.fresh();
        UUID client = scope.call(b, () -> probe.addClient(true));
        failUntilBlocked(a, client);
        assertThat(secret(b, address(1), client, SignInProbe.SECRET)).isEqualTo("ok");
    }

    @Test
    void whoFailsOnPurposeDoesNotLockTheOwnerOutWhereHeHasSignedInBefore() {
        TenantId a = BareTenants.fresh();
        UUID client = scope.call(a, () -> probe.addClient(true));
        assertThat(secret(a, HOME, client, SignInProbe.SECRET)).isEqualTo("ok");
        failUntilBlocked(a, client);
        assertThat(secret(a, HOME, client, SignInProbe.SECRET)).isEqualTo("ok");
        assertThat(secret(a, AWAY, client, SignInProbe.SECRET)).as("his success frees nobody else").startsWith("too-many");
        for (int i = 0; i < 10; i++) {
            assertThat(secret(a, HOME, client, WRONG)).isEqualTo("unauthenticated");
        }
        assertThat(secret(a, HOME, client, WRONG)).as("there is a limit there, too").startsWith("too-many");
    }

    @Test
    void aSuccessBeginsAnew() {
        TenantId a = BareTenants.fresh();
        UUID client = scope.call(a, () -> probe.addClient(true));
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 8; i++) {
                assertThat(secret(a, address(i), client, WRONG)).isEqualTo("unauthenticated");
            }
            assertThat(secret(a, address(100 + round), client, SignInProbe.SECRET)).isEqualTo("ok");
        }
    }

    @Test
    void aSourceStandsFiftyFailuresWhateverItTries() {
        TenantId a = BareTenants.fresh();
        List<String> results = IntStream.range(0, 51).mapToObj(i -> scope.<String>call(a, () -> probe.link("2001:db8::" + i, "link-" + i))).toList();
        assertThat(results.subList(0, 50)).containsOnly("unauthenticated");
        assertThat(results.get(50)).startsWith("too-many");
        assertThat(secret(a, "2001:db8::ffff", UUID.randomUUID(), WRONG)).as("the same network").startsWith("too-many");
        assertThat(scope.<String>call(a, () -> probe.link("2001:db8:0:1::1", "link"))).as("another one").isEqualTo("unauthenticated");
        clock.pass(Duration.ofMinutes(16));
        assertThat(scope.<String>call(a, () -> probe.link("2001:db8::1", "link"))).isEqualTo("unauthenticated");
    }

    @Test
    void manyAtOnceGetNoMoreThanOneAfterTheOther() throws Exception {
        TenantId a = BareTenants.fresh();
        UUID client = UUID.randomUUID();
        List<Callable<String>> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String source = address(i);
            tries.add(() -> secret(a, source, client, WRONG));
        }
        List<String> results = new ArrayList<>();
        for (Future<String> result : executor.invokeAll(tries)) {
            results.add(result.get());
        }
        assertThat(results).filteredOn("unauthenticated"::equals).hasSize(10);
        assertThat(results).filteredOn(r -> r.startsWith("too-many")).hasSize(6);
    }

    @Test
    void codesAreAskedForFiveTimesAnHourByAddressAndTwentyTimesBySource() {
        TenantId a = BareTenants.fresh();
        scope.call(a, () -> probe.addCustomer("li.na@example.com"));
        for (String mail : List.of("li.na@example.com", "nobody@example.com")) {
            List<String> results = IntStream.range(0, 6).mapToObj(i -> scope.<String>call(a, () -> probe.askForCode(address(i), mail))).toList();
            assertThat(results.subList(0, 5)).as(mail).containsOnly("ok");
            assertThat(results.get(5)).as(mail).startsWith("too-many 59");
        }
        List<String> results = IntStream.range(0, 21).mapToObj(i -> scope.<String>call(a, () -> probe.askForCode(AWAY, i + "@example.com"))).toList();
        assertThat(results.subList(0, 20)).containsOnly("ok");
        assertThat(results.get(20)).startsWith("too-many");
        clock.pass(Duration.ofMinutes(61));
        assertThat(scope.<String>call(a, () -> probe.askForCode(AWAY, "li.na@example.com"))).isEqualTo("ok");
    }

    @Test
    void theJournalTellsOfRefusalsInTwoEntriesHoweverManyThereWere() {
        TenantId a = BareTenants.fresh();
        UUID client = scope.call(a, () -> probe.addClient(true));
        failUntilBlocked(a, client);
        failUntilBlocked(a, UUID.randomUUID());
        doDueWork(a);
        assertThat(journal(a)).containsExactly("sign-in.blocked client " + client + " {\"tries\": 10}");
        clock.pass(Duration.ofMinutes(16));
        doDueWork(a);
        assertThat(journal(a)).containsExactlyInAnyOrder("sign-in.blocked client " + client + " {\"tries\": 10}", "sign-in.refused client " + client + " {\"tries\": 10}");
        assertThat(OwnerSql.read("select id from sign_in_tries where tenant_id = ?", a.value())).as("what was counted is forgotten").isEmpty();
    }

    @Test
    void noNameAndNoAddressIsKept() {
        TenantId a = BareTenants.fresh();
        scope.call(a, () -> probe.password("203.0.113.77", "somebody", WRONG));
        String rows = String.join("\n", OwnerSql.read("select t::text || d::text from sign_in_tries t, due_work d where t.tenant_id = ? and d.tenant_id = t.tenant_id", a.value()));
        assertThat(rows).isNotEmpty().doesNotContain("somebody").doesNotContain("203.0.113.77").doesNotContain("cb00714d");
        assertThat(OwnerSql.read("select id from sign_in_tries where tenant_id = ?", a.value())).hasSize(2);
    }

    private void doDueWork(TenantId tenant) {
        List<String> due = OwnerSql.read("select id from due_work where kind = ? and tenant_id = ? order by due_at, id", throttle.kind(), tenant.value());
        work.work(throttle, tenant, due.stream().map(UUID::fromString).toList());
    }

    private static List<String> journal(TenantId tenant) {
        return OwnerSql.read("select action || ' ' || subject_type || ' ' || subject_id || ' ' || after::text from journal_entry where tenant_id = ?"
                + " and action like 'sign-in.%' order by id", tenant.value());
    }

    /** What a try costs: slow hashes, and every statement; a difference in either could be measured from outside. */
    private record Cost(String result, int hashes, List<String> statements) {
    }

    private Cost cost(TenantId tenant, Supplier<String> way) {
        List<String> statements = new ArrayList<>();
        Thread[] own = new Thread[1];
        SessionEventAdapter tap = new SessionEventAdapter() {
            @Override
            public void preExecuteCall(SessionEvent event) {
                if (Thread.currentThread() == own[0] && event.getCall() instanceof DatabaseCall call && call.getSQLString() != null) {
                    statements.add(call.getSQLString());
                }
            }
        };
        Server session = JpaHelper.getServerSession(entities.getEntityManagerFactory());
        session.getEventManager().addListener(tap);
        try {
            int before = passwords.compared();
            String result = scope.call(tenant, () -> {
                own[0] = Thread.currentThread();
                return way.get();
            });
            return new Cost(result, passwords.compared() - before, statements);
        } finally {
            session.getEventManager().removeListener(tap);
        }
    }

    @Test
    void aWrongPasswordCostsTheSameForEveryName() {
        TenantId a = BareTenants.fresh();
        scope.call(a, () -> probe.addStaff("agent", true));
        scope.call(a, () -> probe.addStaff("gone", false));
        scope.call(a, () -> probe.addStaff("gone-too", false));
        Cost unknown = cost(a, () -> probe.password(address(1), "nobody", WRONG));
        assertThat(unknown.hashes()).isOne();
        assertThat(unknown.statements()).isNotEmpty();
        assertThat(cost(a, () -> probe.password(address(2), "agent", WRONG))).isEqualTo(unknown);
        assertThat(cost(a, () -> probe.password(address(3), "gone", WRONG))).isEqualTo(unknown);
        assertThat(cost(a, () -> probe.password(address(4), "gone-too", SignInProbe.PASSWORD))).as("disabled, with the right one").isEqualTo(unknown);
    }

    @Test
    void aWrongSecretCodeOrLinkCostsTheSameForEverybody() {
        TenantId a = BareTenants.fresh();
        scope.call(a, () -> probe.addCustomer("li.na@example.com"));
        UUID client = scope.call(a, () -> probe.addClient(true));
        UUID removed = scope.call(a, () -> probe.addClient(false));
        UUID removedToo = scope.call(a, () -> probe.addClient(false));
        Cost noClient = cost(a, () -> probe.secret(address(1), UUID.randomUUID(), WRONG));
        assertThat(cost(a, () -> probe.secret(address(2), client, WRONG))).isEqualTo(noClient);
        assertThat(cost(a, () -> probe.secret(address(3), removed, WRONG))).isEqualTo(noClient);
        assertThat(cost(a, () -> probe.secret(address(7), removedToo, SignInProbe.SECRET))).as("removed, with the right one").isEqualTo(noClient);
        assertThat(cost(a, () -> probe.code(address(4), "li.na@example.com"))).isEqualTo(cost(a, () -> probe.code(address(5), "nobody@example.com")));
        assertThat(cost(a, () -> probe.link(address(6), "no-link")).statements()).isNotEmpty();
    }

    @Test
    void askingForACodeCostsTheSameForEverybody() {
        TenantId a = BareTenants.fresh();
        scope.call(a, () -> probe.addCustomer("li.na@example.com"));
        Cost unknown = cost(a, () -> probe.askForCode(address(1), "nobody@example.com"));
        assertThat(unknown.result()).isEqualTo("ok");
        assertThat(unknown.statements()).anyMatch(s -> s.contains("sign_in_code_request"));
        assertThat(cost(a, () -> probe.askForCode(address(2), "li.na@example.com"))).isEqualTo(unknown);
    }

    @Test
    void anOldHashIsRenewedAtTheNextSignIn() {
        TenantId a = BareTenants.fresh();
        UUID agent = scope.call(a, () -> probe.addStaff("agent", true));
        // Made of the same password with fewer iterations, as an earlier version would have.
        String old = "PBKDF2WithHmacSHA512:2048:MDEyMzQ1Njc4OWFiY2RlZg==:" + OldHash.of(SignInProbe.PASSWORD, "0123456789abcdef", 2048);
        scope.run(a, () -> probe.keepHash(agent, old));
        assertThat(scope.<String>call(a, () -> probe.password(HOME, "agent", WRONG))).isEqualTo("unauthenticated");
        assertThat(scope.<String>call(a, () -> probe.keptHash(agent))).isEqualTo(old);
        assertThat(scope.<String>call(a, () -> probe.password(HOME, "agent", SignInProbe.PASSWORD))).isEqualTo("ok");
        assertThat(scope.<String>call(a, () -> probe.keptHash(agent))).startsWith("PBKDF2WithHmacSHA512:210000:");
        assertThat(scope.<String>call(a, () -> probe.password(HOME, "agent", SignInProbe.PASSWORD))).isEqualTo("ok");
    }

    @Test
    void useOfASessionIsNotedAtMostEveryFiveMinutes() {
        TenantId a = BareTenants.fresh();
        UUID customer = scope.call(a, () -> probe.addCustomer("li.na@example.com"));
        UUID session = scope.call(a, () -> probe.openSession(customer));
        var opened = scope.call(a, () -> probe.usedAt(session));
        clock.pass(Duration.ofMinutes(4));
        assertThat(scope.<Boolean>call(a, () -> probe.useSession(session))).isTrue();
        assertThat(scope.call(a, () -> probe.usedAt(session))).isEqualTo(opened);
        clock.pass(Duration.ofMinutes(2));
        assertThat(scope.<Boolean>call(a, () -> probe.useSession(session))).isTrue();
        assertThat(scope.call(a, () -> probe.usedAt(session))).isAfter(opened.plus(Duration.ofMinutes(5)));
    }
}
