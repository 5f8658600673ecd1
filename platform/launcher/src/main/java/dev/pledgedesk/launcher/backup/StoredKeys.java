package dev.pledgedesk.launcher.backup;

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

    /** Customers whose names are sealed and who have no key: their keys are lost, or were not restored yet. */
    static long missing(Connection owner) throws SQLException {
        return !exists(owner) ? 0 : Long.parseLong(Catalogue.one(owner, "SELECT count(*) FROM desk.customer c WHERE get_byte(c.name, 0) = 1"
            + " AND NOT EXISTS (SELECT FROM desk_keys.person_key k WHERE k.tenant_id = c.tenant_id AND k.person_id = c.id)"));
    }

    /** Brings the keys of an archive back; gives how many it holds. */
    static long restore(Connection owner, ZipFile zip, boolean replace) throws SQLException, IOException {
        long keys = 0;
        owner.setAutoCommit(false);
        DataRestore.requireIdle(owner);
        try (var statement = owner.createStatement()) {
            statement.execute("SET LOCAL row_security = off");
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String draft = "restored_" + table.getKey();
                statement.execute("CREATE TEMPORARY TABLE " + draft + " ON COMMIT DROP AS SELECT " + table.getValue() + " FROM desk_keys." + table.getKey() + " WITH NO DATA");
                ZipEntry entry = zip.getEntry(FOLDER + table.getKey());
                if (entry == null) {
                    throw new IOException(FOLDER + table.getKey() + " is missing in the archive");
                }
                try (InputStream rows = zip.getInputStream(entry)) {
                    keys += owner.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + draft + " FROM STDIN", rows);
                }
                statement.execute("INSERT INTO desk_keys." + table.getKey() + " (" + table.getValue() + ") SELECT " + table.getValue() + " FROM " + draft + " ON CONFLICT DO NOTHING");
            }
            statement.execute("UPDATE desk_keys.person_key k SET wrapped = NULL, destroyed_at = r.destroyed_at FROM restored_person_key r"
                + " WHERE r.tenant_id = k.tenant_id AND r.person_id = k.person_id AND r.wrapped IS NULL AND k.wrapped IS NOT NULL");
            if (replace) {
                // Never an older keyset over a newer one: persons who came since need the newer one.
                statement.execute("UPDATE desk_keys.tenant_key k SET vault = r.vault, keyset = r.keyset, index_key = r.index_key, version = r.version, changed_at = r.changed_at"
                    + " FROM restored_tenant_key r WHERE r.tenant_id = k.tenant_id AND k.keyset IS NOT NULL AND r.version >= k.version");
                statement.execute("UPDATE desk_keys.person_key k SET wrapped = r.wrapped FROM restored_person_key r JOIN restored_tenant_key rt ON rt.tenant_id = r.tenant_id"
                    + " JOIN desk_keys.tenant_key t ON t.tenant_id = r.tenant_id AND t.keyset = rt.keyset"
                    + " WHERE r.tenant_id = k.tenant_id AND r.person_id = k.person_id AND r.wrapped IS NOT NULL AND k.wrapped IS NOT NULL");
            }
        }
        owner.commit();
        return keys;
    }
}
