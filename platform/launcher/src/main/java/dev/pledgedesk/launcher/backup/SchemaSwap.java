package dev.pledgedesk.launcher.backup;

import dev.pledgedesk.database.Bootstrap;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Puts what is there aside, makes room for a restore, and at the end throws one of the two away. The one that stays is never half of anything.
 */
final class SchemaSwap implements AutoCloseable {

    private static final String ASIDE = "desk_before_restore";

    private final Connection owner;
    private final boolean hadSchema;
    private boolean kept;

    private SchemaSwap(Connection owner, boolean hadSchema) {
        this.owner = owner;
        this.hadSchema = hadSchema;
    }

    /** Puts the schema aside and makes an empty one with its privileges. */
    static SchemaSwap begin(Connection owner) throws SQLException {
        recover(owner);
        boolean exists = exists(owner, "desk");
        owner.setAutoCommit(false);
        if (exists) {
            run(owner, "ALTER SCHEMA desk RENAME TO " + ASIDE);
        }
        Bootstrap.createSchema(owner);
        moveExtensions(owner, ASIDE, "desk");
        owner.commit();
        owner.setAutoCommit(true);
        return new SchemaSwap(owner, exists);
    }

    /** A restore that was killed left both: what was there before is what counts. */
    static void recover(Connection owner) throws SQLException {
        if (exists(owner, ASIDE)) {
            owner.setAutoCommit(false);
            if (exists(owner, "desk")) {
                moveExtensions(owner, "desk", ASIDE);
                run(owner, "DROP SCHEMA desk CASCADE");
            }
            run(owner, "ALTER SCHEMA " + ASIDE + " RENAME TO desk");
            owner.commit();
            owner.setAutoCommit(true);
        }
    }

    private static boolean exists(Connection owner, String schema) throws SQLException {
        return Catalogue.one(owner, "SELECT 1 FROM pg_namespace WHERE nspname = '" + schema + "'") != null;
    }

    /** An extension is installed once in a database; indexes know its parts wherever they stand. */
    private static void moveExtensions(Connection owner, String from, String to) throws SQLException {
        run(owner, "DO $$ DECLARE e record; BEGIN FOR e IN SELECT x.extname FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace WHERE n.nspname = '"
            + from + "' LOOP EXECUTE format('ALTER EXTENSION %I SET SCHEMA " + to + "', e.extname); END LOOP; END $$");
    }

    /** The restore is whole: what was put aside goes. */
    void keep() throws SQLException {
        if (hadSchema) {
            run(owner, "DROP SCHEMA " + ASIDE + " CASCADE");
        }
        kept = true;
    }

    /** Without {@link #keep} all is as it was. */
    @Override
    public void close() throws SQLException {
        if (!kept) {
            if (!owner.getAutoCommit()) {
                owner.rollback();
                owner.setAutoCommit(true);
            }
            if (hadSchema) {
                recover(owner);
            } else {
                run(owner, "DROP SCHEMA desk CASCADE");
                Bootstrap.createSchema(owner);
            }
        }
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
