package dev.pledgedesk.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several nodes that start on one database. */
class NodesTest {

    private static final int NODES = 4;
    private static final int STARTS = 30;

    private static EmbeddedDatabase database;
    private static List<Integer> migrated;

    @BeforeAll
    static void startNodesAtOnce() throws Exception {
        database = EmbeddedDatabase.temporary();
        Bootstrap.apply(database);
        var threads = Executors.newFixedThreadPool(NODES);
        try {
            var together = new CyclicBarrier(NODES);
            Callable<Integer> start = () -> {
                var migrations = new Migrations(database.url(Roles.DATABASE), Roles.OWNER, database.credentials().password(Roles.OWNER));
                together.await(60, TimeUnit.SECONDS);
                int count = migrations.migrate();
                for (int i = 0; i < STARTS; i++) {
                    migrations.closeHistory();
                }
                return count;
            };
            var all = new ArrayList<Future<Integer>>();
            for (int node = 0; node < NODES; node++) {
                all.add(threads.submit(start));
            }
            migrated = new ArrayList<>();
            for (Future<Integer> one : all) {
                migrated.add(one.get(120, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static DatabaseCheck.Account app() {
        return new DatabaseCheck.Account(database.url(Roles.DATABASE), Roles.APP, database.credentials().password(Roles.APP));
    }

    @Test
    void eachMigrationRunsOnceHoweverManyNodesStartAtOnce() {
        var state = new Migrations(database.url(Roles.DATABASE), Roles.OWNER, database.credentials().password(Roles.OWNER)).state();
        assertThat(state.pending()).isZero();
        assertThat(migrated.stream().filter(count -> count > 0).count()).as("nodes that found something to do").isPositive();
        try (var owner = database.connect(Roles.DATABASE, Roles.OWNER)) {
            assertThat(EmbeddedDatabaseTest.ask(owner, "SELECT count(*) FROM flyway_schema_history WHERE success"))
                .isEqualTo(Integer.toString(migrated.stream().mapToInt(Integer::intValue).sum()));
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theFirstNodesKeyIsTheKeyOfAll() {
        assertThat(KeyRegister.agrees(app(), "probe", "aa")).isTrue();
        assertThat(KeyRegister.agrees(app(), "probe", "aa")).isTrue();
        assertThat(KeyRegister.agrees(app(), "probe", "bb")).isFalse();
        assertThat(KeyRegister.agrees(app(), "another", "bb")).as("another purpose").isTrue();
        KeyRegister.replace(app(), "probe", "bb");
        assertThat(KeyRegister.agrees(app(), "probe", "aa")).isFalse();
        assertThat(KeyRegister.agrees(app(), "probe", "bb")).isTrue();
    }
}
