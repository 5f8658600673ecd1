package dev.pledgedesk.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.database.Bootstrap;
import dev.pledgedesk.database.DatabaseCheck;
import dev.pledgedesk.database.DatabaseCheck.Account;
import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.database.Finding;
import dev.pledgedesk.database.Migrations;
import dev.pledgedesk.database.Roles;
import dev.pledgedesk.launcher.LauncherFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was backed up comes back, row for row and for both tenants; what cannot come back changes nothing. */
class BackupTest {

    private static final String ONE = "018f0000-0000-7000-8000-000000000001";
    private static final String TWO = "018f0000-0000-7000-8000-000000000002";
    private static final String EVERYTHING = """
        SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
          SELECT 'tenant' || t::text AS line FROM desk.tenant t UNION ALL SELECT 'customer' || t::text FROM desk.customer t
          UNION ALL SELECT 'ticket' || t::text FROM desk.ticket t UNION ALL SELECT 'message' || t::text FROM desk.message t
          UNION ALL SELECT 'search' || t::text FROM desk.search_document t UNION ALL SELECT 'config' || t::text FROM desk.config_version t) lines""";

    private static EmbeddedDatabase from;
    private static EmbeddedDatabase into;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        from = EmbeddedDatabase.temporary();
        into = EmbeddedDatabase.temporary();
        Bootstrap.apply(from);
    }

    @AfterAll
    static void stop() {
        from.close();
        into.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        for (EmbeddedDatabase database : new EmbeddedDatabase[] {from, into}) {
            try (Connection connection = database.connect("postgres", Roles.SUPERUSER)) {
                run(connection, "DROP DATABASE IF EXISTS pledgedesk WITH (FORCE)");
            }
            Bootstrap.apply(database);
        }
    }

    /** Data that are older than somebody's wish to be forgotten come back; his key does not, neither from the data nor from keys of before. */
    @Test
    void whoWasForgottenStaysForgotten() throws Exception {
        tenants(newest());
        String keys = "SELECT string_agg(person_id::text || ' ' || coalesce(encode(wrapped, 'hex'), 'destroyed'), ',' ORDER BY person_id) FROM desk_keys.person_key";
        Path data = folder.resolve("desk.zip");
        Path before = folder.resolve("keys-before.zip");
        Path after = folder.resolve("keys-after.zip");
        Path home = Files.createDirectories(folder.resolve("keys"));
        try (Connection owner = from.connect(Roles.DATABASE, Roles.OWNER); Connection reader = from.connect(Roles.DATABASE, Roles.BACKUP)) {
            for (String tenant : new String[] {ONE, TWO}) {
                run(owner, "INSERT INTO desk_keys.tenant_key VALUES ('" + tenant + "', 'local', '\\x01', '\\x02', 1, now())",
                    "INSERT INTO desk_keys.person_key SELECT '" + tenant + "', id, '\\xabcd', now(), NULL FROM desk.customer WHERE tenant_id = '" + tenant + "' ORDER BY id LIMIT 2");
            }
            assertThatThrownBy(() -> run(reader, "SELECT 1 FROM desk_keys.person_key")).as("backups of data do not reach the keys").isInstanceOf(SQLException.class);
            DataBackup.write(reader, data, "test");
            assertThat(KeysArchive.write(home, owner, before).keys()).isEqualTo(6);
            owner.setAutoCommit(true);
            owner.setReadOnly(false);
            run(owner, "UPDATE desk_keys.person_key SET wrapped = NULL, destroyed_at = now() WHERE person_id = (SELECT min(person_id::text)::uuid FROM desk_keys.person_key WHERE tenant_id = '" + ONE + "')");
            KeysArchive.write(home, owner, after);
        }
        String forgotten = ask(from, keys);
        assertThat(forgotten).containsOnlyOnce("destroyed");
        try (DataArchive archive = DataArchive.open(data)) {
            new DataRestore(account(from, Roles.OWNER)).run(archive, true);
        }
        assertThat(ask(from, keys)).as("restored over itself").isEqualTo(forgotten);
        for (boolean replace : new boolean[] {false, true}) {
            try (Connection owner = from.connect(Roles.DATABASE, Roles.OWNER)) {
                assertThat(KeysArchive.restoreStore(before, owner, replace)).isEqualTo(6);
            }
            assertThat(ask(from, keys)).as("older keys").isEqualTo(forgotten);
        }
        try (DataArchive archive = DataArchive.open(data)) {
            new DataRestore(account(into, Roles.OWNER)).run(archive, false);
        }
        assertThat(ask(into, "SELECT count(*) FROM desk_keys.person_key")).isEqualTo("0");
        try (Connection owner = into.connect(Roles.DATABASE, Roles.OWNER)) {
            KeysArchive.restoreStore(before, owner, false);
            KeysArchive.restoreStore(after, owner, false);
        }
        assertThat(ask(into, keys)).as("in another place").isEqualTo(forgotten);
    }

    private static void tenants(String version) throws SQLException {
        migrations(from).migrateTo(version);
        try (Connection owner = from.connect(Roles.DATABASE, Roles.OWNER)) {
            for (String tenant : new String[] {ONE, TWO}) {
                String end = tenant.substring(35);
                run(owner, "INSERT INTO tenant VALUES ('" + tenant + "', 'tenant-" + end + "', 'active', 1, now(), 1)",
                    "INSERT INTO config_version VALUES ('" + tenant + "', 1, 'd', '{\"a\":\"b|\\\\n,\\\"\"}', '{}', now(), 'test')",
                    "INSERT INTO customer (tenant_id, id, name, created_at, version) SELECT '" + tenant + "', uuidv7(), '\\x00ff0a5c', now(), 1 FROM generate_series(1, 50)",
                    "INSERT INTO ticket SELECT '" + tenant + "', uuidv7(), 'T-' || row_number() OVER (), 'question', NULL, 'new', 'new', 'normal', 'web', '\\x5c4e', id, NULL, NULL,"
                        + " NULL, '[]', '\\x7b7d', NULL, 1, now(), now(), 1 FROM customer WHERE tenant_id = '" + tenant + "'",
                    "UPDATE ticket SET merged_into = (SELECT id FROM ticket WHERE tenant_id = '" + tenant + "' AND number = 'T-50') WHERE tenant_id = '" + tenant + "' AND number = 'T-1'",
                    "INSERT INTO message SELECT '" + tenant + "', uuidv7(), id, 'public-reply', 'customer', NULL, 'web', convert_to('问题 ' || number, 'UTF8'), now()"
                        + " FROM ticket WHERE tenant_id = '" + tenant + "'",
                    "INSERT INTO search_document SELECT '" + tenant + "', uuidv7(), id, requester_id, false, to_tsvector('simple', number || ' 问题') FROM ticket WHERE tenant_id = '"
                        + tenant + "'");
            }
        }
    }

    private static Migrations migrations(EmbeddedDatabase database) {
        return new Migrations(database.url(Roles.DATABASE), Roles.OWNER, database.credentials().password(Roles.OWNER));
    }

    private static Account account(EmbeddedDatabase database, String role) {
        return new Account(database.url(Roles.DATABASE), role, database.credentials().password(role));
    }

    /** What check would find, but for what every database of a test is. */
    private static List<String> findings() {
        return DatabaseCheck.run(account(into, Roles.APP), account(into, Roles.OWNER)).stream().filter(f -> !f.ok()).map(Finding::text)
            .filter(text -> !text.startsWith("fsync") && !text.startsWith("full_page_writes") && !text.startsWith("synchronous_commit")).toList();
    }

    private static String newest() {
        return migrations(from).state().latest();
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect(Roles.DATABASE, Roles.SUPERUSER)) {
            return Catalogue.one(connection, sql);
        }
    }

    private Path backup() throws SQLException, IOException {
        Path file = folder.resolve("desk-" + System.nanoTime() + ".zip");
        try (Connection connection = account(from, Roles.BACKUP).open()) {
            DataBackup.write(connection, file, "PledgeDesk test");
        }
        return file;
    }

    private static int restore(Path file, boolean replace) {
        try (DataArchive archive = DataArchive.open(file)) {
            archive.verify();
            return new DataRestore(account(into, Roles.OWNER)).run(archive, replace);
        }
    }

    @Test
    void everythingOfBothTenantsComesBackAndTheDatabaseIsFit() throws Exception {
        tenants(newest());
        drawNumbers(from, ONE, 3);
        drawNumbers(from, TWO, 7);
        Path file = backup();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(restore(file, false)).isZero();
        assertThat(ask(into, EVERYTHING)).isNotNull().isEqualTo(ask(from, EVERYTHING));
        assertThat(findings()).isEmpty();
        try (Connection app = into.connect(Roles.DATABASE, Roles.APP)) {
            assertThat(Catalogue.one(app, "SELECT count(*) FROM ticket")).as("the wall stands").isEqualTo("0");
            app.setAutoCommit(false);
            run(app, "SELECT set_config('app.tenant_id', '" + ONE + "', true)");
            assertThat(Catalogue.one(app, "SELECT count(*) FROM ticket")).isEqualTo("50");
        }
        assertThat(drawNumbers(into, ONE, 1)).as("no number is given twice").isEqualTo("4");
        assertThat(drawNumbers(into, TWO, 1)).isEqualTo("8");
        Path again = folder.resolve("again.zip");
        try (Connection connection = account(into, Roles.BACKUP).open()) {
            assertThat(DataBackup.write(connection, again, "PledgeDesk test").sequences()).extracting(Manifest.Sequence::value).containsExactly(4L, 8L);
        }
    }

    /** Draws ticket numbers as the application does and gives the last. */
    private static String drawNumbers(EmbeddedDatabase database, String tenant, int count) throws SQLException {
        try (Connection app = database.connect(Roles.DATABASE, Roles.APP)) {
            app.setAutoCommit(false);
            run(app, "SELECT set_config('app.tenant_id', '" + tenant + "', true)");
            String last = Catalogue.one(app, "SELECT max(next_ticket_number()) FROM generate_series(1, " + count + ")");
            app.commit();
            return last;
        }
    }

    @Test
    void anOlderBackupIsBroughtForward() throws Exception {
        tenants("6");
        assertThat(restore(backup(), false)).as("migrations run").isPositive();
        assertThat(migrations(into).state().current()).isEqualTo(newest());
        assertThat(ask(into, "SELECT count(*) FROM desk.message")).isEqualTo("100");
    }

    @Test
    void aBackupIsOneMomentWhateverIsWrittenMeanwhile() throws Exception {
        tenants(newest());
        String before = ask(from, EVERYTHING);
        try (Connection reader = account(from, Roles.BACKUP).open(); Connection writer = from.connect(Roles.DATABASE, Roles.OWNER)) {
            // Holds up the first table that is copied after the snapshot was taken.
            writer.setAutoCommit(false);
            run(writer, "LOCK TABLE desk.access_link IN ACCESS EXCLUSIVE MODE");
            Path file = folder.resolve("moment.zip");
            var backup = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
                try {
                    return DataBackup.write(reader, file, "PledgeDesk test");
                } catch (SQLException | IOException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            while (!"1".equals(ask(from, "SELECT count(*) FROM pg_stat_activity WHERE usename = 'desk_backup' AND wait_event_type = 'Lock'"))) {
                Thread.onSpinWait();
            }
            run(writer, "UPDATE desk.ticket SET status = 'changed'", "INSERT INTO desk.customer (tenant_id, id, name, created_at, version) VALUES ('" + TWO
                + "', uuidv7(), '\\x00', now(), 1)");
            writer.commit();
            backup.join();
            assertThat(ask(from, EVERYTHING)).isNotEqualTo(before);
            restore(file, false);
            assertThat(ask(into, EVERYTHING)).isEqualTo(before);
        }
    }

    @Test
    void dataThatAreThereStayUnlessTheyMayGo() throws Exception {
        tenants(newest());
        Path file = backup();
        restore(file, false);
        try (Connection owner = into.connect(Roles.DATABASE, Roles.OWNER)) {
            run(owner, "UPDATE ticket SET status = 'worked on'");
        }
        String worked = ask(into, EVERYTHING);
        assertThatThrownBy(() -> restore(file, false)).isInstanceOf(LauncherFailure.class).hasMessageContaining("holds tenants already");
        assertThat(ask(into, EVERYTHING)).isEqualTo(worked);
        restore(file, true);
        assertThat(ask(into, EVERYTHING)).isEqualTo(ask(from, EVERYTHING));
    }

    @Test
    void aRestoreThatFailsHalfwayLeavesWhatWasThere() throws Exception {
        tenants(newest());
        Path good = backup();
        restore(good, false);
        String before = ask(into, EVERYTHING);
        try (Connection owner = from.connect(Roles.DATABASE, Roles.OWNER)) {
            // Rows that the constraints of the schema refuse.
            run(owner, "ALTER TABLE ticket DROP CONSTRAINT ticket_priority_check", "UPDATE ticket SET priority = 'whatever' WHERE number = 'T-7'");
        }
        Path wrong = backup();
        assertThatThrownBy(() -> restore(wrong, true)).isInstanceOf(LauncherFailure.class).hasMessageContaining("could not be restored").hasMessageContaining("as it was")
            .hasMessageNotContaining("\n");
        assertThat(ask(into, EVERYTHING)).isEqualTo(before);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aDeskThatServesIsNotRestoredUnder() throws Exception {
        tenants(newest());
        Path file = backup();
        migrations(into).migrate();
        try (Connection serving = into.connect(Roles.DATABASE, Roles.APP)) {
            assertThat(serving.isValid(1)).isTrue();
            assertThatThrownBy(() -> restore(file, true)).isInstanceOf(LauncherFailure.class).hasMessageContaining("Stop it first");
        }
    }

    @Test
    void whatIsNoWholeBackupIsRefusedInOneLine() throws Exception {
        tenants(newest());
        Path good = backup();
        byte[] bytes = Files.readAllBytes(good);
        assertRefused(Files.write(folder.resolve("truncated.zip"), java.util.Arrays.copyOf(bytes, bytes.length - 100)), "part of it is missing");
        assertRefused(Files.writeString(folder.resolve("text.zip"), "no archive at all"), "no backup");
        assertRefused(folder.resolve("absent.zip"), "absent.zip");
        assertRefused(edited(good, "foreign.zip", m -> null, ""), "no backup");
        assertRefused(edited(good, "later.zip", m -> m.put("format", "pledgedesk-backup-9"), ""), "another release");
        assertRefused(edited(good, "newer.zip", m -> m.put("schemaVersion", "9999"), ""), "newer");
        assertRefused(edited(good, "damaged.zip", m -> m, "tables/message.copy"), "damaged: the rows of message");
        assertThat(ask(into, "SELECT count(*) FROM pg_tables WHERE schemaname = 'desk'")).isEqualTo("0");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> restore(file, false)).isInstanceOf(LauncherFailure.class).hasMessageContaining(why).hasMessageContaining("Nothing was changed")
            .hasMessageNotContaining("\n");
    }

    /** A copy of an archive with another manifest, none if the change gives null, and a table to which a row was added. */
    private Path edited(Path archive, String name, UnaryOperator<ObjectNode> change, String longer) throws IOException {
        Path copy = folder.resolve(name);
        var json = new ObjectMapper();
        try (var from = new ZipFile(archive.toFile()); var to = new ZipOutputStream(Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW))) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("manifest.json")) {
                    ObjectNode manifest = change.apply((ObjectNode) json.readTree(content));
                    if (manifest == null) {
                        continue;
                    }
                    content = json.writeValueAsBytes(manifest);
                } else if (entry.getName().equals(longer)) {
                    content = (new String(content, StandardCharsets.UTF_8) + "x\n").getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content);
                to.closeEntry();
            }
        }
        return copy;
    }
}
