package dev.pledgedesk.systemtests.desk;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.database.Bootstrap;
import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.database.Roles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Two nodes on one PostgreSQL behind one proxy, with one mail server: what an operator of several nodes has. */
public final class Nodes implements AutoCloseable {

    private static final Duration KEY_LIMIT = Duration.ofMinutes(2);
    private static final String DRAIN_SECONDS = "2";

    private final Path root;
    private final EmbeddedDatabase database;
    private final GreenMail mailServer = new GreenMail(new ServerSetup(Server.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final int proxyPort = Server.freePort();
    private final List<Server> servers = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final RoundRobin proxy;

    /**
     * Starts all of it.
     *
     * @param root where the data go; emptied before
     */
    public Nodes(Path root) {
        this.root = root;
        Server.deleteTree(root);
        database = EmbeddedDatabase.start(root.resolve("database"));
        try {
            Bootstrap.apply(database);
            mailServer.start();
            int[] ports = {Server.freePort(), Server.freePort()};
            CompletableFuture<Server> first = CompletableFuture.supplyAsync(() -> Server.start(root.resolve("node-0"), ports[0], settings()));
            await("the first node's keys").atMost(KEY_LIMIT).until(() -> first.isDone() || Files.exists(keys()) && hasBothKeys());
            CompletableFuture<Server> second = CompletableFuture.supplyAsync(() -> Server.start(root.resolve("node-1"), ports[1], withSharedKeys()));
            servers.add(first.join());
            servers.add(second.join());
        } catch (RuntimeException broken) {
            mailServer.stop();
            database.close();
            throw broken;
        }
        servers.forEach(server -> addresses.add(URI.create("http://127.0.0.1:" + server.port())));
        proxy = new RoundRobin(proxyPort, addresses);
    }

    private boolean hasBothKeys() throws IOException {
        try (Stream<Path> files = Files.list(keys())) {
            return files.filter(file -> file.toString().endsWith(".pem")).count() == 2;
        }
    }

    private Path keys() {
        return root.resolve("node-0/keys");
    }

    /** The settings of a node without keys. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("PLEDGEDESK_DB_URL", database.url(Roles.DATABASE));
        settings.put("PLEDGEDESK_DB_USER", Roles.APP);
        settings.put("PLEDGEDESK_DB_PASSWORD", database.credentials().password(Roles.APP));
        settings.put("PLEDGEDESK_DB_OWNER_USER", Roles.OWNER);
        settings.put("PLEDGEDESK_DB_OWNER_PASSWORD", database.credentials().password(Roles.OWNER));
        settings.put("PLEDGEDESK_SMTP_HOST", "127.0.0.1");
        settings.put("PLEDGEDESK_SMTP_PORT", Integer.toString(mailServer.getSmtp().getPort()));
        settings.put("PLEDGEDESK_PUBLIC_ADDRESS", "http://{host}:" + proxyPort);
        settings.put("PLEDGEDESK_TRUSTED_PROXIES", "127.0.0.1");
        settings.put("PLEDGEDESK_DRAIN_SECONDS", DRAIN_SECONDS);
        settings.putAll(Load.LIMITS);
        return settings;
    }

    private Map<String, String> withSharedKeys() {
        Map<String, String> settings = settings();
        settings.put("PLEDGEDESK_KEYS", keys().toString());
        return settings;
    }

    /** Stops a node in good order and starts it again. */
    public void restart(int node) throws InterruptedException {
        server(node).stop();
        servers.set(node, Server.start(server(node).home(), server(node).port(), node == 0 ? settings() : withSharedKeys()));
        await("the proxy sees it").atMost(Duration.ofSeconds(20)).until(() -> proxy.isReady(addresses.get(node)));
    }

    public Server server(int node) {
        return servers.get(node);
    }

    /** The address of a node beside the proxy. */
    public URI address(int node) {
        return addresses.get(node);
    }

    public List<URI> addresses() {
        return List.copyOf(addresses);
    }

    public RoundRobin proxy() {
        return proxy;
    }

    public GreenMail mailServer() {
        return mailServer;
    }

    /** The operator, through the proxy. */
    public Visitor operator() {
        return Visitor.at(proxy.address(), proxy.address().getAuthority(), server(0).operator().token());
    }

    /** Sets up one of the two demo vendors and gives it as it is reached through the proxy. */
    public Vendor vendor(String key, String host) throws ApiException {
        operator().tenants().applyConfiguration(key, Folders.read(key).asked(), Vendor.newKey());
        return Vendor.of(operator(), key, host);
    }

    /** The database past the wall. */
    public OwnerView database() {
        return new OwnerView(database);
    }

    @Override
    public void close() {
        proxy.close();
        servers.parallelStream().forEach(Server::close);
        mailServer.stop();
        database.close();
    }
}
