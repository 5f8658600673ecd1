package dev.pledgedesk.launcher;

import dev.pledgedesk.database.PrivateFiles;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Payara Micro in this process: one application, one HTTP listener, no cluster. */
final class ApplicationServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ApplicationServer.class.getName());
    private static final String IMPLEMENTATION = "fish.payara.micro.impl.PayaraMicroImpl";
    private static final String LISTENER = "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
    private static final String TRANSPORT = "configs.config.server-config.network-config.transports.transport.tcp.";
    private static final String POOL = "configs.config.server-config.thread-pools.thread-pool.http-thread-pool.";
    private static final String HTTP = "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";

    /** How much and how long the server bears with one caller; what the application itself limits is not repeated here. */
    private static final List<String> LIMITS = List.of(
        // Request line and headers together: room for a token, cookies and a long search.
        HTTP + "header-buffer-length-bytes=16384",
        HTTP + "max-request-headers=64",
        // A connection without a request, and a body or an answer that stands still.
        HTTP + "timeout-seconds=30",
        TRANSPORT + "read-timeout-millis=20000",
        TRANSPORT + "write-timeout-millis=20000",
        // More than connections to the database, so that waiting for one of those keeps no thread from health and from refusals.
        POOL + "max-thread-pool-size=200",
        POOL + "max-queue-size=2000",
        // Nothing a request does takes longer; what goes on after it can no longer commit.
        "configs.config.server-config.transaction-service.timeout-in-seconds=60");

    private final PayaraMicroBoot micro;
    private final Duration drain;

    private ApplicationServer(PayaraMicroBoot micro, Duration drain) {
        this.micro = micro;
        this.drain = drain;
    }

    /**
     * Boots the server and deploys the application; its settings must stand in the system properties already.
     *
     * @param settings     port and address
     * @param home         the locked home
     * @param distribution where the WAR and the server's jars are
     * @return the running server
     * @throws LauncherFailure if it does not boot or the application is refused
     */
    static ApplicationServer start(Settings settings, Home home, Distribution distribution) {
        Path root = home.micro();
        try {
            // A second boot would deploy what the first one stored, and then the same again.
            for (String stale : List.of("applications", "generated", "config", "lib")) {
                PrivateFiles.deleteTree(root.resolve(stale));
            }
            for (String template : List.of("config", "lib")) {
                copyTree(distribution.server().resolve(template), root.resolve(template));
            }
            System.setProperty("fish.payara.micro.BootJar", distribution.bootJar().toUri().toString());
            // The server's policy file trusts the jars below this folder; without it not even its own services may be used.
            System.setProperty("fish.payara.micro.UnpackDir", distribution.directory().toString());
            bootProperties();
            // By name: the class is in the unpacked server, the public boot jar carries only its interface.
            var micro = (PayaraMicroBoot) Class.forName(IMPLEMENTATION).getMethod("getInstance").invoke(null);
            removeItsShutdownHook();
            micro.setRootDir(root.toFile());
            micro.setHttpPort(settings.httpPort());
            micro.setNoHazelcast(true);
            micro.setPreBootHandler(commands -> {
                commands.run("set", LISTENER + "address=" + settings.httpAddress());
                // Until the application is there the server would answer that nothing is, which a client must take for the truth.
                commands.run("set", LISTENER + "enabled=false");
                commands.run("set", "configs.config.server-config.phone-home-runtime-configuration.enabled=false");
                // Its page of figures would be open to everybody on every tenant's host; the application has one of its own, for the operator.
                commands.run("set", "configs.config.server-config.microprofile-metrics-configuration.enabled=false");
                LIMITS.forEach(limit -> commands.run("set", limit));
                commands.run("set", HTTP + "xpowered-by=false");
                commands.run("set", HTTP + "server-header=false");
            });
            var administration = new AtomicReference<AdminCommandRunner>();
            micro.setPostBootHandler(administration::set);
            micro.addDeploymentFile(distribution.war().toFile());
            PayaraMicroRuntime runtime = micro.bootStrap();
            if (runtime.getDeployedApplicationNames().isEmpty()) {
                throw failed(home, null);
            }
            var application = new RunningApplication();
            application.holdBack();
            administration.get().run("set", LISTENER + "enabled=true");
            HttpListener.putDoor();
            application.takeWork();
            return new ApplicationServer(micro, settings.node().drain());
        } catch (IOException | BootstrapException | ReflectiveOperationException e) {
            throw failed(home, e);
        }
    }

    static LauncherFailure failed(Home home, Exception cause) {
        return new LauncherFailure(ExitCode.APPLICATION, "The application did not come up" + (cause == null ? "" : " (" + OneLine.reason(cause) + ")")
            + ". The reason is in " + home.logs().resolve("server.0.log") + ".", cause);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    /** What the server's own main method would set. */
    private static void bootProperties() throws IOException {
        // Otherwise each reader of JSON, one for every token that is verified, searches all jars for who reads JSON.
        System.setProperty("jakarta.json.provider", "org.eclipse.parsson.JsonProviderImpl");
        var properties = new Properties();
        try (InputStream in = ApplicationServer.class.getResourceAsStream("/MICRO-INF/payara-boot.properties")) {
            if (in != null) {
                properties.load(in);
            }
        }
        properties.forEach((name, value) -> {
            if (System.getProperty(name.toString()) == null) {
                System.setProperty(name.toString(), value.toString());
            }
        });
    }

    /** It would stop the server at the same time as ours stops the database; ours does one after the other. */
    private static void removeItsShutdownHook() {
        try {
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            for (Object hook : List.copyOf(((Map<?, ?>) hooks.get(null)).keySet())) {
                if (hook instanceof Thread thread && thread.getName().equals("Payara Micro Shutdown Hook")) {
                    Runtime.getRuntime().removeShutdownHook(thread);
                }
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException | IllegalStateException e) {
            LOG.log(Level.FINE, "The server keeps its own shutdown hook.", e);
        }
    }

    /**
     * Stops without dropping a request: says that it is not ready any more and goes on serving until proxies have turned away, then accepts no more
     * connections, finishes what runs, undeploys and stops.
     */
    @Override
    public void close() throws BootstrapException {
        var application = new RunningApplication();
        application.stopTakingWork(drain);
        HttpListener.stopAccepting();
        application.awaitIdle();
        try {
            micro.shutdown();
        } catch (IllegalStateException stopped) {
            LOG.log(Level.FINE, "The server was stopped already.", stopped);
        }
    }
}
