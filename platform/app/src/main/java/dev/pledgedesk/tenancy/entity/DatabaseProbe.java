package dev.pledgedesk.tenancy.entity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds out what the database can do, on a connection of its own beside the pool. For one thread at a time. */
@ApplicationScoped
public class DatabaseProbe {

    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class.getName());
    private static final int ANSWER_SECONDS = 2;

    @Inject
    @ConfigProperty(name = "app.db.url")
    String url;

    @Inject
    @ConfigProperty(name = "app.db.user")
    String user;

    @Inject
    @ConfigProperty(name = "app.db.password")
    String password;

    private Connection connection;

    /** Whether the database answers a question within two seconds. */
    public boolean answers() {
        if (connection != null && ask()) {
            return true;
        }
        // That this one connection was cut says nothing yet.
        close();
        try {
            var source = new DeskDataSource();
            source.setUrl(url);
            connection = source.open(user, password, ANSWER_SECONDS);
            return ask();
        } catch (SQLException away) {
            LOG.log(Level.FINE, "no connection", away);
            return false;
        }
    }

    private boolean ask() {
        try {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException cut) {
            LOG.log(Level.FINE, "no answer", cut);
            return false;
        }
    }

    /**
     * Whether the database keeps what it is given; to be asked after {@link #answers}. A row alone would find room on a full disk, in a page that is
     * there already, so the question needs some new room as well.
     */
    public boolean writes() {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local work_mem = '64kB'");
            statement.execute("select count(*) from (select * from generate_series(1, 20000) offset 0) spilled");
            boolean kept = statement.executeUpdate("update write_probe set written_at = now()") == 1;
            connection.commit();
            connection.setAutoCommit(true);
            return kept;
        } catch (SQLException refused) {
            LOG.log(Level.FINE, "cannot write", refused);
            close();
            return false;
        }
    }

    /** Makes every connection of the pool prove itself before it is used again. */
    public void distrustPool() {
        StandingConnection.distrustAll();
    }

    @PreDestroy
    void close() {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.log(Level.FINE, "closing", gone);
            }
            connection = null;
        }
    }
}
