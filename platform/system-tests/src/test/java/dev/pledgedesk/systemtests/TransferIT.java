package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Attachment;
import dev.pledgedesk.client.model.JournalEntry;
import dev.pledgedesk.client.model.JournalVerification;
import dev.pledgedesk.client.model.Merge;
import dev.pledgedesk.client.model.NewErasure;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.OneTimeCode;
import dev.pledgedesk.client.model.SecondFactorStart;
import dev.pledgedesk.client.model.Tenant;
import dev.pledgedesk.client.model.TenantChange;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TokenRequest;
import dev.pledgedesk.client.model.TokenRequest.GrantTypeEnum;
import dev.pledgedesk.systemtests.desk.Authenticator;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Launcher;
import dev.pledgedesk.systemtests.desk.Postgres;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A tenant that moves to another platform: wholly or not at all, readable by nobody on the way, and as it was when it is there. */
class TransferIT {

    private static final String CANARY = "zyxmoving";

    private final String key = "moving-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path files;

    private Tenant put(Visitor operator, TenantChange.StateEnum state) throws ApiException {
        return operator.tenants().changeTenant(key, new TenantChange().state(state).reason("Moves"), "\"" + operator.tenants().getTenant(key).getVersion() + "\"");
    }

    /** A copy of an archive with some entries changed, their checksums as they were. */
    private Path changed(Path archive, String path, UnaryOperator<byte[]> change) throws IOException {
        Path copy = files.resolve(UUID.randomUUID() + ".zip");
        try (ZipFile zip = new ZipFile(archive.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(path) ? change.apply(bytes) : bytes);
            }
        }
        return copy;
    }

    private static String sha256(Path archive, String path) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip.getInputStream(zip.getEntry(path)).readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] manifest(byte[] json, Consumer<ObjectNode> change) {
        try {
            ObjectNode manifest = (ObjectNode) new ObjectMapper().readTree(json);
            change.accept(manifest);
            return new ObjectMapper().writeValueAsBytes(manifest);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long rows(Server server, String sql, UUID tenant) throws Exception {
        try (var connection = new Postgres(server).connect("postgres"); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    @Timeout(400)
    void aTenantServesElsewhereAsItDidHere() throws Exception {
        Server from = Server.common();
        Folder.of("art-platform").as(key, key + ".localhost").apply();
        Vendor before = Vendor.at(key, key + ".localhost");
        Vendor.Account agent = before.newStaff("agent", "privacy-officer");
        SecondFactorStart start = agent.visitor().access().startSecondFactor();
        Authenticator app = Authenticator.with(start.getSecret());
        agent.visitor().access().confirmSecondFactor(new OneTimeCode().otp(app.code()));
        String mail = CANARY + Vendor.newAddress();
        Path picture = Files.writeString(files.resolve("作品.txt"), CANARY + " in a file 文件\n".repeat(40_000));
        Attachment uploaded = before.guest().attachments().uploadAttachment("作品.txt", picture.toFile());
        Ticket filed = before.guest().tickets().createTicket(Drafts.question(CANARY + " 版权问题").requester(Drafts.guest(mail)).addAttachmentIdsItem(uploaded.getId()), Vendor.newKey());
        agent.visitor().tickets().createMessage(filed.getId(), new NewMessage().body(CANARY + " answered 已回复"), Vendor.newKey());
        Ticket second = Drafts.filed(before, mail, CANARY + " twice");
        agent.visitor().tickets().mergeTicket(filed.getId(), new Merge().intoTicketId(second.getId()), "\"" + agent.visitor().tickets().getTicket(filed.getId()).getVersion() + "\"", Vendor.newKey());
        Ticket open = Drafts.filed(before, mail, CANARY + " 售后");
        Ticket forgotten = Drafts.filed(before, CANARY + " of somebody forgotten");
        agent.visitor().erasures().eraseCustomer(agent.visitor().tickets().getTicket(forgotten.getId()).getRequester().getId(), new NewErasure().cause(NewErasure.CauseEnum.REQUEST), Vendor.newKey());
        String other = CANARY + Vendor.newAddress();
        Ticket followed = Drafts.filed(before, other, CANARY + " followed by a link");
        String link = before.mails().link(other, 1);
        Ticket nextDoor = Drafts.filed(Vendor.art(), mail, "stays here");

        Path home = Server.output().resolve("transfer");
        Server.deleteTree(home);
        try (Server to = Server.start(home, Server.freePort())) {
            String transferKey = Launcher.run(to.home(), "tenant", "transfer-key").printed().strip();
            assertThat(transferKey).matches("[A-Za-z0-9_-]+");
            assertThat(to.operator().tenants().getTransferKey().getTransferKey()).as("the same every time").isEqualTo(transferKey);
            assertThat(Refusal.of(() -> from.operator().tenants().packTenant(key, transferKey)).detail()).contains("Suspend");
            UUID id = put(from.operator(), TenantChange.StateEnum.SUSPENDED).getId();
            assertThat(Refusal.of(() -> from.operator().tenants().packTenant(key, "no-key")).pointers()).containsExactly("/transferKey");
            assertThat(Refusal.of(() -> agent.visitor().tenants().packTenant(key, transferKey)).status()).as("no tenant's business").isIn(403, 404, 503);

            await("what is under way is done").ignoreExceptions().until(() -> from.operator().tenants().packTenant(key, transferKey).delete());
            Path archive = files.resolve("moving.zip");
            Launcher packed = Launcher.run(from.home(), "tenant", "pack", key, "--for", transferKey, "-o", archive.toString());
            assertThat(packed.status()).as(packed.printed()).isZero();
            assertThat(Launcher.run(from.home(), "tenant", "pack", key, "--for", transferKey, "-o", archive.toString()).printed()).contains("exists already");
            readableByNobody(archive, mail);
            refused(from, to, archive);
            assertThat(rows(to, "select count(*) from desk.ticket where tenant_id = ?", id)).as("nothing half taken in").isZero();

            Launcher unpacked = Launcher.run(to.home(), "tenant", "unpack", archive.toString());
            assertThat(unpacked.status()).as(unpacked.printed()).isZero();
            assertThat(unpacked.printed()).contains(key + " is here, suspended, " + key + ".localhost");
            assertThat(Refusal.of(() -> to.operator().tenants().unpackTenant(key, archive.toFile())).status()).as("not twice").isEqualTo(409);
            sameRows(from, to, id);

            assertThat(put(to.operator(), TenantChange.StateEnum.ACTIVE).getId()).isEqualTo(id);
            Vendor after = Vendor.of(to.operator(), key, key + ".localhost");
            Visitor again = after.with(new TokenRequest().grantType(GrantTypeEnum.PASSWORD).name(agent.login()).password(agent.password()).otp(app.code()));
            Ticket there = again.tickets().getTicket(second.getId());
            assertThat(there.getSubject()).isEqualTo(CANARY + " twice");
            assertThat(again.tickets().listMessages(filed.getId(), null, null).getItems()).extracting("body").contains(CANARY + " answered 已回复");
            assertThat(Files.readString(again.attachments().downloadAttachment(uploaded.getId()).toPath())).isEqualTo(Files.readString(picture));
            assertThat(TicketQuery.search("售后").ids(again)).as("by words").contains(open.getId());
            assertThat(again.identity().findCustomers(mail).getItems()).as("by address").hasSize(1);
            assertThat(again.tickets().getTicket(forgotten.getId()).getSubject()).isEqualTo("[erased]");
            assertThat(after.byLink(link).tickets().getTicket(followed.getId()).getSubject()).as("links in mails lead there").contains("followed");
            assertThat(Drafts.filed(after, "after the move").getNumber()).isGreaterThan(forgotten.getNumber());
            JournalVerification journal = to.operator().journal().verifyTenantJournal(key);
            assertThat(journal.getIntact()).as(String.valueOf(journal.getReason())).isTrue();
            assertThat(journal.getChecked()).isPositive();
            assertThat(again.journal().listJournal(null, 100, null).getItems()).extracting(JournalEntry::getAction)
                    .contains("tenant.exported", "tenant.arrived", "keys.rotated");
            rewrapped(to, id);
        }
        assertThat(Vendor.art().staff("agent").visitor().tickets().getTicket(nextDoor.getId()).getSubject()).isEqualTo("stays here");
        Server.deleteTree(home);
    }

    private static void readableByNobody(Path archive, String mail) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).as(entry.getName()).doesNotContain(CANARY, mail, "售后", "Li Na");
            }
            assertThat(zip.getEntry("data/ticket.ndjson").getSize()).isPositive();
        }
    }

    private void refused(Server from, Server to, Path archive) throws IOException {
        assertThat(Refusal.of(() -> from.operator().tenants().unpackTenant(key, archive.toFile())).detail()).as("the tenant is there, and it is not for this platform").contains(key);
        Map<Path, String> broken = new LinkedHashMap<>();
        broken.put(changed(archive, "data/message.ndjson", bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        }), "data/message.ndjson");
        broken.put(changed(archive, "manifest.json", json -> manifest(json, m -> m.put("format", "other/1"))), "other/1");
        broken.put(changed(archive, "manifest.json", json -> "no json".getBytes(StandardCharsets.UTF_8)), "manifest.json");
        broken.put(changed(archive, "manifest.json", json -> manifest(json, m -> m.put("tenantId", UUID.randomUUID().toString()))), "keys");
        broken.put(changed(archive, "manifest.json", json -> manifest(json, m -> m.put("tenantId", "x"))), "manifest.json");
        broken.put(changed(archive, "manifest.json", json -> manifest(json, m -> ((ObjectNode) m.get("keys")).put("lockedFor", "0000"))), "0000");
        broken.put(changed(archive, "manifest.json", json -> manifest(json, m -> m.putArray("hosts").add("art.localhost"))), null);
        broken.put(changed(archive, "manifest.json", json -> manifest(json, m -> ((ObjectNode) m.get("files").get(0)).put("columns", "of another release"))), "release");
        Path forged = changed(archive, "data/staff.ndjson", bytes -> new String(bytes, StandardCharsets.UTF_8).replace("\"roles\": [\"agent\"", "\"roles\": [\"tenant-administrator\", \"agent\"").getBytes(StandardCharsets.UTF_8));
        broken.put(changed(forged, "manifest.json", json -> manifest(json, m -> m.get("files").forEach(file -> {
            if (file.path("path").asText().equals("data/staff.ndjson")) {
                ((ObjectNode) file).put("sha256", sha256(forged, "data/staff.ndjson"));
            }
        }))), "manifest.json");
        broken.put(Files.writeString(files.resolve("no.zip"), "no archive at all"), "zip");
        for (Map.Entry<Path, String> one : broken.entrySet()) {
            Refusal refusal = Refusal.of(() -> to.operator().tenants().unpackTenant(key, one.getKey().toFile()));
            assertThat(refusal.status()).as(one.getValue()).isIn(400, 409);
            if (one.getValue() == null) {
                assertThat(refusal.pointers()).containsExactly("/hosts");
            } else {
                assertThat(refusal.detail()).contains(one.getValue());
            }
        }
        assertThat(Refusal.of(() -> to.operator().tenants().unpackTenant("other-" + key, archive.toFile())).detail()).contains("not other-" + key);
    }

    private static void sameRows(Server from, Server to, UUID id) throws Exception {
        for (String table : List.of("customer", "staff", "ticket", "message", "attachment_chunk", "ticket_change", "search_document", "outbox_event", "config_version", "access_link", "recovery_code")) {
            String count = "select count(*) from desk." + table + " where tenant_id = ?";
            assertThat(rows(to, count, id)).as(table).isPositive().isEqualTo(rows(from, count, id));
        }
    }

    /** What the old platform has kept of the keys opens nothing of what is sealed from now on. */
    private void rewrapped(Server to, UUID id) throws Exception {
        String keys = "select count(distinct substring(wrapped from 1 for 5)) from desk_keys.person_key where tenant_id = ?";
        await().atMost(Duration.ofSeconds(60)).until(() -> to.operator().privacy().getKeyRotation(key).getPersonKeysWaiting() == 0 && rows(to, keys, id) == 1);
        assertThat(rows(to, "select count(*) from desk_keys.tenant_key where tenant_id = ? and version > 1", id)).isEqualTo(1);
    }
}
