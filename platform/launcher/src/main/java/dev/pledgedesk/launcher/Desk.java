package dev.pledgedesk.launcher;

import dev.pledgedesk.database.KeyRegister;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The whole start in its order: checks, database, schema, key, application, and at last the file that says it is ready. */
final class Desk {

    private static final String TOKEN_KEY = "token";

    private final Settings settings;
    private final Progress progress;
    private final boolean replaceTokenKey;
    private final Shutdown shutdown = new Shutdown();

    /**
     * Prepares a start; nothing happens yet.
     *
     * @param settings        what the operator set
     * @param progress        tells how far it is
     * @param replaceTokenKey whether this node's token key becomes the one of all nodes
     */
    Desk(Settings settings, Progress progress, boolean replaceTokenKey) {
        this.settings = settings;
        this.progress = progress;
        this.replaceTokenKey = replaceTokenKey;
    }

    /** Starts all; returns what is ready. Whatever was started is stopped when the process ends. */
    ReadyFile start() throws Exception {
        Distribution distribution = Distribution.find();
        Home home = progress.step("Checks (Java, port, home, disk)", this::check);
        ServerLog.install(home);
        ServerLog.captureOutput(home);
        Path readyFile = Home.readyFile(home.directory());
        Files.deleteIfExists(readyFile);

        DatabaseAccess database = progress.step(settings.external().isPresent() ? "Database (external)" : "Database (embedded PostgreSQL)",
            () -> shutdown.start(() -> DatabaseAccess.open(settings)));
        progress.step("Roles and schema", database::prepare);
        if (database.embedded() != null) {
            System.setProperty("pledgedesk.database.directory", database.embedded().dataDirectory().toString());
            shutdown.add(DatabaseKeeper.of(database.embedded()));
        }
        SigningKey key = settings.node().keys().map(SigningKey::shared).orElseGet(() -> SigningKey.readOrCreate(home.keys()));
        agree(database, key);
        tellApplication(home, distribution, database, key);
        progress.step("Application", () -> shutdown.start(() -> ApplicationServer.start(settings, home, distribution)));
        progress.step("Readiness", () -> awaitReady(home));

        key.writeMetricsToken(home.keys(), Instant.now());
        String token = key.operatorToken(Instant.now());
        List<ReadyFile.Tenant> tenants = settings.profile() == Settings.Profile.DEMO
            ? new DemoTenants(settings, progress, token).apply(distribution.tenantConfig())
            : List.of();
        var ready = new ReadyFile(settings.baseUrl(), new ReadyFile.Operator(settings.baseUrl() + "/", token), tenants,
            ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        shutdown.add(ready.write(readyFile));
        return ready;
    }

    private Home check() {
        requireFreePort();
        Home home = Home.open(settings.home());
        shutdown.add(home);
        return home;
    }

    private void requireFreePort() {
        String where = settings.httpAddress() + ":" + settings.httpPort();
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.httpAddress()), settings.httpPort()));
        } catch (UnknownHostException e) {
            throw new LauncherFailure(ExitCode.PORT, "PLEDGEDESK_HTTP_ADDRESS " + settings.httpAddress() + " is no address of this machine.", e);
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.PORT, "Cannot listen on " + where + " (" + OneLine.reason(e)
                + "). Stop what uses it, or choose another port by PLEDGEDESK_HTTP_PORT.", e);
        }
    }

    /** A node with another key would refuse whom the others have let in, so it does not even start. */
    private void agree(DatabaseAccess database, SigningKey key) {
        if (replaceTokenKey || settings.external().isEmpty()) {
            // The lock on the home sees to it that no other node runs on an embedded database.
            KeyRegister.replace(database.runtime(), TOKEN_KEY, key.fingerprint());
        } else if (!KeyRegister.agrees(database.runtime(), TOKEN_KEY, key.fingerprint())) {
            throw new LauncherFailure(ExitCode.KEYS, "This node's token key (" + key.file() + ") is not the one of the other nodes on this database. Set PLEDGEDESK_KEYS "
                + "to a copy of their keys directory, or start with --replace-token-key if the key was changed on purpose.");
        }
    }

    /** The application reads these as MicroProfile configuration; its data source opens before any bean of its own runs. */
    private void tellApplication(Home home, Distribution distribution, DatabaseAccess database, SigningKey key) {
        System.setProperty("app.db.url", database.applicationUrl());
        System.setProperty("app.db.user", database.runtime().user());
        System.setProperty("app.db.password", database.runtime().password());
        System.setProperty("pledgedesk.profile", settings.profile().key());
        System.setProperty("pledgedesk.home", home.directory().toString());
        System.setProperty("pledgedesk.keys", settings.node().keys().orElse(home.keys()).toString());
        System.setProperty("pledgedesk.plugins.shipped", distribution.plugins().toString());
        System.setProperty("pledgedesk.http.port", Integer.toString(settings.httpPort()));
        System.setProperty("pledgedesk.operator.host", settings.operatorHost());
        System.setProperty("pledgedesk.token.signing-key", key.file().toString());
        System.setProperty("mp.jwt.verify.publickey", key.publicPem());
    }

    private Integer awaitReady(Home home) throws InterruptedException {
        int status = Readiness.await(settings);
        if (status != 200) {
            throw ApplicationServer.failed(home, new IOException(status == 0 ? "it does not answer" : "it is not ready, status " + status));
        }
        return status;
    }
}
