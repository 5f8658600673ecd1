package dev.pledgedesk.eventing.entity;

import dev.pledgedesk.eventing.LiveEvent;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.TenantId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The database's own channel from node to node. Row security does not cover it and every node hears all of it, so it carries ids and types only; the
 * feed sorts by tenant before anybody is told. Native SQL, because JPA knows no NOTIFY.
 */
@ApplicationScoped
public class LiveChannel {

    /** An event and whose it is. */
    public record Heard(TenantId tenant, LiveEvent event) {
    }

    @Inject
    EntityManager entities;

    @Resource(lookup = "java:app/jdbc/desk")
    private DataSource source;

    /** Tells all nodes when the caller's transaction commits. */
    public void tell(TenantId tenant, List<LiveEvent> events) {
        String payloads = events.stream().map(e -> tenant + " " + e.type() + " " + e.subjectId()).collect(Collectors.joining("\n"));
        entities.createNativeQuery("select cast(pg_notify('desk_live', p) as text) from unnest(string_to_array(?, chr(10))) p")
                .setParameter(1, payloads).getResultList();
    }

    /** Starts to listen on a connection of its own, which the caller closes. */
    public Ear listen() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen desk_live");
            return new Ear(connection);
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** A listening connection; for one thread. */
    public static final class Ear implements AutoCloseable {

        private final Connection connection;

        private Ear(Connection connection) {
            this.connection = connection;
        }

        /** What came in, waiting for at most so long; empty if nothing did. */
        public List<Heard> hear(int waitMillis) throws SQLException {
            PGNotification[] raw = connection.unwrap(PGConnection.class).getNotifications(waitMillis);
            List<Heard> heard = new ArrayList<>();
            for (PGNotification notification : raw == null ? new PGNotification[0] : raw) {
                String[] parts = notification.getParameter().split(" ");
                if (parts.length == 3) {
                    Ids.parse(parts[0]).ifPresent(tenant -> Ids.parse(parts[2])
                            .ifPresent(subject -> heard.add(new Heard(new TenantId(tenant), new LiveEvent(parts[1], subject)))));
                }
            }
            return heard;
        }

        /** Finds out whether the other end is still there. */
        public void check() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(5);
                statement.execute("select 1");
            }
        }

        @Override
        public void close() throws SQLException {
            // The pool may lend this connection to others, who must not go on listening.
            try (Statement statement = connection.createStatement()) {
                statement.execute("unlisten desk_live");
            } finally {
                connection.close();
            }
        }
    }
}
