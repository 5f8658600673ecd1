package dev.pledgedesk.launcher.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * The key store of the database as a part of an archive of keys: wrapped keys of tenants and persons. Whoever was forgotten stays forgotten: a key that was destroyed, here or in the
 * archive, never comes back.
 */
final class StoredKeys {

    private static final String FOLDER = "store/";

    /** Columns by table. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("tenant_key", "tenant_id, vault, keyset, index_key, version, changed_at");
        TABLES.put("person_key", "tenant_id, person_id, wrapped, created_at, destroyed_at");
    }

    private StoredKeys() {
    }

    /** Whether a database has a key store. */
    static boolean exists(Connection owner) throws SQLException {
        return Catalogue.one(owner, "SELECT 1 FROM pg_tables WHERE schemaname = 'desk_keys' AND tablename = 'person_key'") != null;
    }

    /** Writes the key store, as it is at one moment; gives how many keys it has. */
    static long write(Connection owner, ZipOutputStream zip) throws SQLException, IOException {
        long keys = 0;
        DataBackup.beginSnapshot(owner);
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            zip.putNextEntry(new ZipEntry(FOLDER + table.getKey()));
            keys += owner.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (SELECT " + table.getValue() + " FROM desk_keys." + table.getKey() + ") TO STDOUT", new Unclosed(zip));
            zip.closeEntry();
        }
        owner.rollback();
        return keys;
    }

    /** Whether an archive holds a key store with anything in it. */
    static boolean isIn(ZipFile zip) {
        return TABLES.keySet().stream().map(t -> zip.getEntry(FOLDER + t)).anyMatch(e -> e != null && e.getSize() != 0);
    }

    /** Brings the keys of an archive back; gives how many it holds. */
    static long restore(Connection owner, ZipFile zip, boolean replace) throws SQLException, IOException {
        long keys = 0;
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("SET LOCAL row_security = off");
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String draft = "restored_" + table.getKey();
                statement.execute("CREATE TEMPORARY TABLE " + draft + " ON COMMIT DROP AS SELECT " + table.getValue() + " FROM desk_keys." + table.getKey() + " WITH NO DATA");
                try (InputStream rows = zip.getInputStream(zip.getEntry(FOLDER + table.getKey()))) {
                    keys += owner.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + draft + " FROM STDIN", new FilterInputStream(rows) { });
                }
                statement.execute("INSERT INTO desk_keys." + table.getKey() + " (" + table.getValue() + ") SELECT " + table.getValue() + " FROM " + draft + " ON CONFLICT DO NOTHING");
            }
            statement.execute("UPDATE desk_keys.person_key k SET wrapped = NULL, destroyed_at = r.destroyed_at FROM restored_person_key r"
                + " WHERE r.tenant_id = k.tenant_id AND r.person_id = k.person_id AND r.wrapped IS NULL AND k.wrapped IS NOT NULL");
            if (replace) {
                statement.execute("UPDATE desk_keys.tenant_key k SET vault = r.vault, keyset = r.keyset, index_key = r.index_key, version = r.version, changed_at = r.changed_at"
                    + " FROM restored_tenant_key r WHERE r.tenant_id = k.tenant_id AND k.keyset IS NOT NULL");
                statement.execute("UPDATE desk_keys.person_key k SET wrapped = r.wrapped FROM restored_person_key r"
                    + " WHERE r.tenant_id = k.tenant_id AND r.person_id = k.person_id AND r.wrapped IS NOT NULL AND k.wrapped IS NOT NULL");
            }
        }
        owner.commit();
        return keys;
    }
}
