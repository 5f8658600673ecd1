package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.systemtests.desk.Folders;
import dev.pledgedesk.systemtests.desk.Ledger;
import dev.pledgedesk.systemtests.desk.Load;
import dev.pledgedesk.systemtests.desk.OwnerView;
import dev.pledgedesk.systemtests.desk.PatientClient;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Twenty times kill -9 under load, of the server, of its database, of both at once: what was acknowledged is there, once, and every start is without hands.
 * -Dpledgedesk.crash-seed repeats the moments of an earlier run.
 */
@Tag("alone")
class CrashIT {

    private enum Victim { DATABASE, SERVER, BOTH }

    private static final Map<Victim, Integer> KILLS = Map.of(Victim.DATABASE, 15, Victim.SERVER, 3, Victim.BOTH, 2);
    private static final int CLIENTS = 4;
    private static final int PAUSE_MILLIS = 30;
    private static final int LONGEST_WAIT_MILLIS = 1200;
    private static final Duration BACK = Duration.ofMinutes(2);

    @Test
    @Timeout(900)
    void nothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        long seed = Long.getLong("pledgedesk.crash-seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Dpledgedesk.crash-seed=" + seed + ")");
        Random random = new Random(seed);
        Path home = Server.output().resolve("home of the crashes");
        Server.deleteTree(home);
        int port = Server.freePort();
        URI address = URI.create("http://127.0.0.1:" + port);
        Server server = Server.start(home, port, Load.LIMITS);
        try {
            server.operator().tenants().applyConfiguration("art-platform", Folders.read("art-platform").asked(), Vendor.newKey());
            Vendor art = Vendor.of(server.operator(), "art-platform", "art.localhost");
            PatientClient reader = new PatientClient(art.staff(Vendor.EVERYTHING).visitor(), List.of(address));
            try (Load load = new Load("crash-" + seed, art.staff("agent").visitor(), CLIENTS, PAUSE_MILLIS, List.of(address))) {
                for (Victim victim : plan(random)) {
                    awaitWrites(load);
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
                    long before = System.nanoTime();
                    server = kill(victim, server);
                    awaitWrites(load);
                    System.out.printf("%s killed, %d writes acknowledged so far, back after %d ms%n", victim, load.acknowledged(),
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before));
                }
                List<Load.Filed> filed = load.stop();
                System.out.printf("%d writes acknowledged, %d requests repeated%n", load.acknowledged(), load.repeated().size());
                assertThat(load.repeated()).as("the kills came while requests were under way").hasSizeGreaterThan(KILLS.size());
                Ledger ledger = new Ledger(reader, new OwnerView(EmbeddedDatabase.running(home)));
                ledger.settle();
                ledger.balance(load, filed);
                ledger.mailsAreWrittenOnce(filed);
                ledger.journalHolds();
            }
        } finally {
            server.close();
        }
        Server.deleteTree(home);
    }

    private static List<Victim> plan(Random random) {
        List<Victim> plan = new ArrayList<>();
        KILLS.forEach((victim, times) -> plan.addAll(Collections.nCopies(times, victim)));
        // The order of a map's entries differs from run to run.
        Collections.sort(plan);
        Collections.shuffle(plan, random);
        return plan;
    }

    /** More than the answers that were on their way already. */
    private static void awaitWrites(Load load) {
        long enough = load.acknowledged() + 2 * CLIENTS;
        await("writes are acknowledged").atMost(BACK).pollInterval(Duration.ofMillis(20)).until(() -> load.acknowledged() >= enough);
    }

    /** Gives the server that runs afterwards: a database must come back by itself. */
    private static Server kill(Victim victim, Server server) throws InterruptedException {
        ProcessHandle database = server.database().orElseThrow();
        if (victim == Victim.DATABASE) {
            database.destroyForcibly();
            return server;
        }
        if (victim == Victim.BOTH) {
            database.destroyForcibly();
        }
        server.kill();
        return Server.start(server.home(), server.port(), Load.LIMITS);
    }
}
