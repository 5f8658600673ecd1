package dev.pledgedesk.tenancy.entity;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the pool's connections: none waits without end for a server that froze or a network that swallows packets, none tells values of rows in the
 * text of an error, and each can say without a question to the server whether it still stands. An address may set the times otherwise
 * ({@code ?socketTimeout=20}).
 */
public class DeskDataSource extends PGSimpleDataSource {

    /** Longest a statement may run, in milliseconds; the server ends it and the connection stays good. */
    public static final int STATEMENT_MILLIS = 5_000;
    /** Longest to wait for an answer, in seconds: more than a statement may run, so only a server that is frozen or gone reaches it. */
    public static final int ANSWER_SECONDS = 6;

    private static final long serialVersionUID = 1L;
    private static final int LOCK_MILLIS = 4_000;
    private static final int IDLE_IN_TRANSACTION_MILLIS = 60_000;
    private static final int CONNECT_SECONDS = 2;
    private static final int SIGN_IN_SECONDS = 3;

    /** A source with the times above; the container sets address, user and password. */
    public DeskDataSource() {
        setConnectTimeout(CONNECT_SECONDS);
        setSocketTimeout(ANSWER_SECONDS);
        setTcpKeepAlive(true);
        setLogServerErrorDetail(false);
        setOptions("-c statement_timeout=" + STATEMENT_MILLIS + " -c lock_timeout=" + LOCK_MILLIS + " -c idle_in_transaction_session_timeout="
                + IDLE_IN_TRANSACTION_MILLIS);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return open(user, password, getSocketTimeout());
    }

    /**
     * Opens a connection.
     *
     * @param answerSeconds longest to wait for an answer
     */
    Connection open(String user, String password, int answerSeconds) throws SQLException {
        var impatient = new PGSimpleDataSource();
        impatient.setUrl(getUrl());
        // A frozen server accepts a connection and then says nothing.
        impatient.setSocketTimeout(Math.min(SIGN_IN_SECONDS, answerSeconds));
        Connection connection = impatient.getConnection(user, password);
        connection.setNetworkTimeout(Runnable::run, answerSeconds * 1000);
        return StandingConnection.of(connection);
    }
}
