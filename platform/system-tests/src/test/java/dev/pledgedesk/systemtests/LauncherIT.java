package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.EagerClients;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stopping and starting again, with a server of its own. */
class LauncherIT {

    @Test
    @Timeout(400)
    void ctrlCLeavesNothingBehindAndTheNextStartFindsTheData() throws Exception {
        Path home = Server.output().resolve("home of the restart");
        Server.deleteTree(home);
        Ticket filed;
        Vendor.Account agent;
        try (Server server = Server.start(home, Server.freePort())) {
            Vendor art = Vendor.of(server, "art-platform");
            filed = Drafts.filed(art, "outlives the server");
            agent = art.staff("agent");
            assertThat(server.databaseProcesses()).isNotEmpty();
            assertThat(server.interrupt()).as("128 + SIGINT").isEqualTo(130);
            assertThat(server.databaseProcesses()).isEmpty();
            assertThat(home.resolve("ready.json")).doesNotExist();
        }
        int port = Server.freePort();
        try (EagerClients early = new EagerClients(port); Server again = Server.start(home, port)) {
            assertThat(early.cutOff()).as("connections from before the server's filters were complete").isEmpty();
            Vendor art = Vendor.of(again, "art-platform");
            Ticket found = art.signIn(agent.login(), agent.password()).tickets().getTicket(filed.getId());
            assertThat(found.getNumber()).isEqualTo(filed.getNumber());
            assertThat(found.getSubject()).isEqualTo("outlives the server");
            assertThat(found.getConfigVersion()).as("the unchanged folder was not applied again").isEqualTo(filed.getConfigVersion());
            assertThat(Drafts.filed(art, "next").getNumber()).isGreaterThan(filed.getNumber());
        }
        Server.deleteTree(home);
    }
}
