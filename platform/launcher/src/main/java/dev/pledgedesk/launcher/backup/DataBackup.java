package dev.pledgedesk.launcher.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/** Writes all rows of all tenants, as they were at one moment, into one archive. Rows stream through; the desk may serve and change them meanwhile. */
public final class DataBackup {

    private static final String LAST_VERSION = "SELECT version FROM desk.flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";

    private DataBackup() {
    }

    /**
     * Writes an archive.
     *
     * @param connection of a role that reads every row, passing row-level security; in no transaction
     * @param file       must not exist; there only when all went well, mode 600
     * @param product    this release
     * @return what is in it
     * @throws SQLException if the database refuses, for example because the role does not see every row
     * @throws IOException  if the disk refuses
     */
    public static Manifest write(Connection connection, Path file, String product) throws SQLException, IOException {
        try (PrivateZip zip = PrivateZip.create(file)) {
            beginSnapshot(connection);
            String version = Catalogue.one(connection, LAST_VERSION);
            String moment = Catalogue.one(connection, "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");
            List<Manifest.Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : Catalogue.tables(connection).entrySet()) {
                tables.add(copy(connection, zip.entries(), new Manifest.Table(table.getKey(), table.getValue(), 0, "")));
            }
            var manifest = new Manifest(Manifest.FORMAT, product, version, moment, tables, Catalogue.sequences(connection));
            zip.entries().putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.entries().write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.entries().closeEntry();
            connection.rollback();
            zip.finish();
            return manifest;
        }
    }

    /** One moment of the database for a role that sees every row; ends with the connection's transaction. */
    static void beginSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            // A role that does not see every row is an error, not a smaller backup.
            statement.execute("SET LOCAL row_security = off");
            statement.execute("SET LOCAL timezone = 'UTC'");
            statement.execute("SET LOCAL datestyle = 'ISO'");
            statement.execute("SET LOCAL extra_float_digits = 1");
            statement.execute("SET LOCAL statement_timeout = 0");
        }
    }

    private static Manifest.Table copy(Connection connection, ZipOutputStream zip, Manifest.Table table) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        var digest = new DigestOutputStream(new Unclosed(zip), sha256());
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (SELECT " + String.join(",", table.columns()) + " FROM desk."
            + Catalogue.quoted(table.name()) + ") TO STDOUT", digest);
        zip.closeEntry();
        return new Manifest.Table(table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    /** A fresh digest. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
