package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.NewErasure;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Launcher;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A backup that was taken while the desk served is a desk again in another home: same records, same people, same keys. */
class BackupIT {

    @Test
    @Timeout(400)
    void aRunningDeskIsBackedUpAndServesAgainElsewhere() throws Exception {
        Server server = Server.common();
        Path folder = Server.output().resolve("backup");
        Server.deleteTree(folder);
        Files.createDirectories(folder);
        Path data = folder.resolve("desk.zip");
        Path keys = folder.resolve("keys.zip");
        Path home = folder.resolve("home");

        List<Vendor> vendors = List.of(Vendor.art(), Vendor.appliance());
        List<Ticket> filed = List.of(Drafts.filed(vendors.get(0), "备份 in art"), Drafts.filed(vendors.get(1), "备份 in appliance"));
        List<Vendor.Account> agents = vendors.stream().map(v -> v.newStaff("agent")).toList();
        for (int i = 0; i < 2; i++) {
            agents.get(i).visitor().tickets().createMessage(filed.get(i).getId(), new NewMessage().body("answered before the backup"), Vendor.newKey());
        }

        Ticket forgotten = Drafts.filed(vendors.get(0), "of somebody who will be forgotten");

        var stop = new AtomicBoolean();
        var writing = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                try {
                    Drafts.filed(vendors.get(0), "written meanwhile");
                } catch (ApiException refused) {
                    throw new IllegalStateException(refused.getResponseBody(), refused);
                }
            }
        });
        Launcher backup = Launcher.run(server.home(), "backup", data.toString());
        stop.set(true);
        writing.join();
        assertThat(backup.status()).as(backup.printed()).isZero();
        // Who is forgotten after the data were backed up is in them, and his key is not in the keys.
        vendors.get(0).staff(Vendor.EVERYTHING).visitor().erasures().eraseCustomer(requester(agents.get(0), forgotten), new NewErasure()
                .cause(NewErasure.CauseEnum.REQUEST), Vendor.newKey());
        Launcher keysToo = Launcher.run(server.home(), "backup", "--keys", keys.toString());
        assertThat(keysToo.status()).as(keysToo.printed()).isZero();
        assertThat(Launcher.run(server.home(), "backup", data.toString()).printed()).contains("exists already");

        Launcher restore = Launcher.run(home, "restore", data.toString(), "--keys", keys.toString());
        assertThat(restore.status()).as(restore.printed()).isZero();
        assertThat(restore.printed()).contains("restored").doesNotContain("WRONG");
        assertThat(Launcher.run(home, "restore", data.toString()).printed()).as("not twice").contains("holds tenants already");

        try (Server again = Server.start(home, Server.freePort())) {
            for (int i = 0; i < 2; i++) {
                Vendor vendor = Vendor.of(again, vendors.get(i).key());
                var agent = vendor.guest().with(agents.get(i).visitor().token());
                Ticket found = agent.tickets().getTicket(filed.get(i).getId());
                assertThat(found.getSubject()).as("with a token of before").isEqualTo(filed.get(i).getSubject());
                assertThat(found.getNumber()).isEqualTo(filed.get(i).getNumber());
                assertThat(agent.tickets().listMessages(found.getId(), null, null).getItems()).extracting("body").contains("answered before the backup");
                assertThat(Drafts.filed(vendor, "after").getNumber()).isGreaterThan(found.getNumber());
                var journal = again.operator().journal().verifyTenantJournal(vendor.key());
                assertThat(journal.getIntact()).as(String.valueOf(journal.getReason())).isTrue();
                assertThat(journal.getChecked()).isPositive();
            }
            var art = Vendor.of(again, vendors.get(0).key()).guest().with(agents.get(0).visitor().token());
            Ticket erased = art.tickets().getTicket(forgotten.getId());
            assertThat(erased.getNumber()).isEqualTo(forgotten.getNumber());
            assertThat(erased.getSubject()).isEqualTo("[erased]");
            assertThat(erased.getRequester().getName()).isEqualTo("Erased");
            assertThat(art.tickets().listMessages(forgotten.getId(), null, null).getItems()).extracting("body").containsExactly("[erased]");
            Launcher check = Launcher.run(home, "check");
            assertThat(check.status()).as(check.printed()).isZero();
        }
        Server.deleteTree(folder);
    }

    private static UUID requester(Vendor.Account agent, Ticket ticket) throws ApiException {
        return agent.visitor().tickets().getTicket(ticket.getId()).getRequester().getId();
    }
}
