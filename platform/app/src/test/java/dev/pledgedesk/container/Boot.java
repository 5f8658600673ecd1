package dev.pledgedesk.container;

import dev.pledgedesk.database.Bootstrap;
import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.database.Migrations;
import dev.pledgedesk.database.Roles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;

/** Starts the database and prepares the server's settings, as the launcher does, before {@code arquillian.xml} is read. */
public final class Boot {

    private static final Path HOME = Path.of("target", "arquillian").toAbsolutePath();

    // Held here, because a logger that nobody holds forgets its level. The connector tells the whole command line, passwords of the test database and all.
    private static final Logger CONNECTOR_LOG = Logger.getLogger("fish.payara.arquillian");

    private EmbeddedDatabase database;

    void start(@Observes(precedence = 1000) ManagerStarted event) throws Exception {
        CONNECTOR_LOG.setLevel(Level.WARNING);
        Files.createDirectories(HOME);
        // What an earlier run left in the server's folder would be deployed as well.
        for (String stale : List.of("micro/applications", "micro/generated", "micro/config", "server.log.0")) {
            delete(HOME.resolve(stale));
        }
        try (Stream<Path> copies = Files.list(HOME.getParent())) {
            for (Path copy : copies.filter(c -> c.getFileName().toString().startsWith("arquillian-payara-micro")).toList()) {
                // The connector never takes away the copies of the application that it makes.
                delete(copy);
            }
        }
        database = EmbeddedDatabase.temporary();
        Bootstrap.apply(database);
        String url = database.url(Roles.DATABASE);
        new Migrations(url, Roles.OWNER, database.credentials().password(Roles.OWNER)).migrate();
        Keys.write(HOME.resolve("token-signing.pem"));
        delete(HOME.resolve("plugins"));
        TestPlugins.install(HOME.resolve("plugins"));
        Files.write(HOME.resolve("preboot.txt"), List.of(
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1",
                "set-log-levels fish.payara.microprofile.jwtauth.eesecurity.SignedJWTIdentityStore=OFF"));
        int port = freePort();
        System.setProperty("desk.test.home", HOME.toString());
        System.setProperty("desk.test.port", Integer.toString(port));
        System.setProperty("desk.test.spi", Path.of("target", "server", "spi.jar").toAbsolutePath().toString());
        System.setProperty("desk.test.properties", properties(url, port).entrySet().stream()
                .map(e -> "-D" + e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" ")));
    }

    private Map<String, String> properties(String url, int port) {
        Map<String, String> properties = new LinkedHashMap<>();
        // The value is pasted into the text of an XML file.
        properties.put("app.db.url", url + "?reWriteBatchedInserts=true&amp;ApplicationName=pledgedesk");
        properties.put("app.db.user", Roles.APP);
        properties.put("app.db.password", database.credentials().password(Roles.APP));
        properties.put("pledgedesk.profile", "production");
        // Where receivers of webhooks listen in tests, on loopback and nowhere else.
        properties.put("pledgedesk.outbound.allow", "http://127.0.0.9");
        properties.put("pledgedesk.home", HOME.toString());
        properties.put("pledgedesk.keys", HOME.toString());
        properties.put("pledgedesk.http.port", Integer.toString(port));
        properties.put("pledgedesk.operator.host", "localhost");
        properties.put("pledgedesk.token.signing-key", HOME.resolve("token-signing.pem").toString());
        properties.put("mp.jwt.verify.publickey", Keys.publicKey());
        // For tests that do what the application cannot: look past the wall, alter the journal.
        properties.put("desk.test.db.url", url);
        properties.put("desk.test.db.password", database.credentials().password(Roles.SUPERUSER));
        properties.put("desk.test.plugin", Deployed.plugin().toString());
        properties.put("desk.test.spi", Path.of("target", "server", "spi.jar").toAbsolutePath().toString());
        return properties;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    void stop(@Observes(precedence = -1000) ManagerStopping event) {
        if (database != null) {
            database.close();
        }
    }
}
