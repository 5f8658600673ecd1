package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.database.Roles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows as the database's owner sees them, past the wall between tenants.
 *
 * @param database a running PostgreSQL
 */
public record OwnerView(EmbeddedDatabase database) {

    /** Asks in SQL; gives the first column of every row. */
    public List<String> ask(String sql) {
        try (Connection connection = database.connect(Roles.DATABASE, Roles.SUPERUSER); Statement statement = connection.createStatement()) {
            statement.execute("set search_path = desk");
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
