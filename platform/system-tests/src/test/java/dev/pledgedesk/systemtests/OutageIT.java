package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Postgres;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What befalls the database costs callers a refusal that they understand and a bounded wait, is told by health, and passes without hands. */
@Tag("alone")
@Timeout(120)
class OutageIT {

    /** The aim is ten seconds; the rest is for a machine that does something else as well. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(13);
    private static final Duration LONGEST_HEALTH = Duration.ofSeconds(2);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(40);
    private static final int CALLERS = 24;

    private final Server server = Server.common();
    private final Postgres postgres = new Postgres(server);
    private final Vendor art = Vendor.art();
    private final Vendor appliance = Vendor.appliance();
    private Visitor agent;
    private Visitor other;

    @BeforeEach
    void signIn() {
        agent = art.staff("agent").visitor();
        other = appliance.staff("agent").visitor();
    }

    @AfterEach
    void awaitRecovery() {
        awaitHealth("UP", "UP");
        // Health is a second old: a database that died and is back already may not be missed yet.
        await("tickets of both vendors").atMost(LONGEST_RECOVERY).ignoreExceptionsInstanceOf(ApiException.class).until(() -> {
            Drafts.filed(art, "after the outage");
            Drafts.filed(appliance, "after the outage");
            return true;
        });
    }

    @Test
    void aFrozenDatabaseIsToldInBoundedTimeAndForgotten() {
        postgres.freeze();
        try {
            try (var burst = new Burst()) {
                burst.answers().forEach(refused -> {
                    assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
                    assertThat(refused.took()).isLessThan(LONGEST_ANSWER);
                });
            }
            awaitHealth("DOWN", "DOWN");
            assertThat(health("live").status()).as("a restart would not help").isEqualTo(200);
            Timed refused = timed(() -> agent.send("GET", "/api/v1/tickets", null));
            assertThat(refused.answer().refusal().status()).isEqualTo(503);
            assertThat(refused.answer().header("Retry-After")).isNotEmpty();
            assertThat(refused.took()).as("known by now").isLessThan(LONGEST_HEALTH);
            assertThat(art.guest().send("GET", "/", null).status()).as("a page").isEqualTo(503);
        } finally {
            postgres.thaw();
        }
    }

    @Test
    void aKilledDatabaseComesBackByItself() {
        var killed = server.database().orElseThrow();
        postgres.kill();
        // Back so soon at times that health has nothing to tell.
        await("another database process").atMost(LONGEST_RECOVERY).until(() -> server.database().filter(now -> now.pid() != killed.pid()).isPresent());
    }

    @Test
    void aConnectionThatWasCutIsNeverHandedOut() throws SQLException {
        try (var burst = new Burst()) {
            assertThat(burst.answers()).as("all connections are in the pool").allMatch(answer -> answer.status() == 200);
        }
        postgres.cut();
        try (var burst = new Burst()) {
            assertThat(burst.answers()).extracting(Timed::status).containsOnly(200);
        }
    }

    @Test
    void aDatabaseThatOnlyReadsIsReadFrom() throws SQLException, ApiException {
        var filed = Drafts.filed(art, "readable all the time");
        postgres.run("alter role desk_app in database pledgedesk set default_transaction_read_only = on");
        try {
            postgres.cut();
            awaitHealth("UP", "DOWN");
            assertThat(agent.tickets().getTicket(filed.getId()).getSubject()).isEqualTo("readable all the time");
            Refusal refused = Refusal.of(() -> Drafts.filed(appliance, "not kept"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.detail()).contains("nothing can be saved");
        } finally {
            postgres.run("alter role desk_app in database pledgedesk reset default_transaction_read_only");
            postgres.cut();
        }
    }

    @Test
    void aFullDiskRefusesTheChangeOnly() throws SQLException, ApiException {
        var filed = Drafts.filed(art, "before the disk was full");
        postgres.run("create function no_room() returns trigger language plpgsql as $$ begin raise exception 'could not extend file'"
                + " using errcode = '53100'; end $$");
        postgres.run("create trigger no_room before insert on ticket execute function no_room()");
        try {
            Refusal refused = Refusal.of(() -> Drafts.filed(art, "no room for this"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.detail()).contains("nothing can be saved");
            assertThat(Refusal.of(() -> Drafts.filed(appliance, "nor for this")).status()).isEqualTo(503);
            assertThat(agent.tickets().getTicket(filed.getId()).getSubject()).isEqualTo("before the disk was full");
        } finally {
            postgres.run("drop trigger no_room on ticket");
            postgres.run("drop function no_room()");
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() throws SQLException {
        try (var blocker = postgres.connect("postgres"); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table desk.ticket in access exclusive mode");
            Timed refused = timed(() -> agent.send("GET", "/api/v1/tickets", null));
            assertThat(refused.answer().refusal().status()).isEqualTo(503);
            assertThat(refused.took()).isLessThan(LONGEST_ANSWER);
            assertThat(health("ready").status()).as("the database itself is well").isEqualTo(200);
        }
    }

    /** An answer and how long it took. */
    private record Timed(Answer answer, Duration took) {

        int status() {
            return answer.status();
        }
    }

    private static Timed timed(java.util.function.Supplier<Answer> call) {
        long begin = System.nanoTime();
        Answer answer = call.get();
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - begin));
    }

    private Timed health(String kind) {
        Timed answer = timed(() -> server.operator().send("GET", "/health/" + kind, null));
        assertThat(answer.took()).as("health answers at once whatever happens").isLessThan(LONGEST_HEALTH);
        return answer;
    }

    private void awaitHealth(String reading, String writing) {
        await("health").atMost(LONGEST_RECOVERY).pollInterval(Duration.ofMillis(200)).until(() -> {
            String told = health("ready").answer().text();
            return told.contains("\"name\":\"database\",\"status\":\"" + reading) && told.contains("\"name\":\"database-writes\",\"status\":\"" + writing);
        });
    }

    /** Many callers of both vendors at once. */
    private final class Burst implements AutoCloseable {

        private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

        List<Timed> answers() {
            return IntStream.range(0, CALLERS).mapToObj(i -> CompletableFuture.supplyAsync(
                    () -> timed(() -> (i % 2 == 0 ? agent : other).send("GET", "/api/v1/tickets", null)), threads)).toList().stream()
                    .map(CompletableFuture::join).toList();
        }

        @Override
        public void close() {
            threads.shutdown();
        }
    }
}
