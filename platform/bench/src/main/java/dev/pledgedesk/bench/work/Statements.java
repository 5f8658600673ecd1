package dev.pledgedesk.bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;

/** Statements on one connection with the tenant of the control, each a round trip as in the product. */
final class Statements implements AutoCloseable {

    private final Connection connection;
    private final UUID tenant;

    Statements(Connection connection, UUID tenant) throws SQLException {
        this.connection = connection;
        this.tenant = tenant;
        connection.setAutoCommit(false);
    }

    /** Begins a transaction in the tenant. */
    void begin() throws SQLException {
        run("select set_config('app.tenant_id', ?, true)", tenant.toString());
    }

    /** Ends it. */
    void commit() throws SQLException {
        connection.commit();
    }

    /** Runs a statement and reads all of what it answers; the first column of the first row, null without one. */
    Object run(String sql, Object... parameters) throws SQLException {
        // The driver keeps prepared statements by their text, as it does below the product's connection pool.
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Json json) {
                    statement.setObject(i + 1, json.text(), Types.OTHER);
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            Object first = null;
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    for (boolean none = true; rows.next(); none = false) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            Object value = rows.getObject(column);
                            first = none && column == 1 ? value : first;
                        }
                    }
                }
            }
            return first;
        }
    }

    /** A value of a jsonb column. */
    record Json(String text) {
    }

    /** The tenant. */
    UUID tenant() {
        return tenant;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
