package dev.pledgedesk.inside;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database past the wall, by an account that the application never has: to look at every tenant's rows and to tamper with them. */
public final class OwnerSql {

    private OwnerSql() {
    }

    /** Changes rows; gives how many. */
    public static int change(String sql, Object... parameters) {
        try (Connection connection = open(); PreparedStatement statement = filled(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Changes rows without the database's foreign keys watching, as somebody with the files in his hands could. */
    public static int tamper(String sql, Object... parameters) {
        try (Connection connection = open()) {
            try (var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
            }
            try (PreparedStatement statement = filled(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Does something while another transaction holds the rows that a query locks. */
    public static void holding(String sql, Object parameter, Runnable work) {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = filled(connection, sql, parameter)) {
                statement.execute();
                work.run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** First column of all rows, as text. */
    public static List<String> read(String sql, Object... parameters) {
        try (Connection connection = open(); PreparedStatement statement = filled(connection, sql, parameters); ResultSet rows = statement.executeQuery()) {
            List<String> first = new ArrayList<>();
            while (rows.next()) {
                first.add(rows.getString(1));
            }
            return first;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static PreparedStatement filled(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(System.getProperty("desk.test.db.url"), "postgres", System.getProperty("desk.test.db.password"));
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = desk");
        }
        return connection;
    }
}
