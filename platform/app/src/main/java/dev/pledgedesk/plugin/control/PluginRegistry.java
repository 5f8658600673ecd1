package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.plugin.InstalledPlugin;
import dev.pledgedesk.plugin.InstalledPlugin.State;
import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdkloader.LoadedPlugin;
import dev.pledgedesk.sdkloader.PluginJar;
import dev.pledgedesk.sdkloader.PluginRefused;
import dev.pledgedesk.sdkloader.Trust;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The plugins of this server: a folder for each, with a jar for each version. Looked through and loaded at the start; one that is refused stands here with its
 * reason, and the start goes on.
 */
@ApplicationScoped
public class PluginRegistry {

    private static final Logger LOG = Logger.getLogger(PluginRegistry.class.getName());
    private static final Duration LOADING = Duration.ofSeconds(15);
    /** Certificates whose plugins are taken, beside the plugins' own folders. */
    private static final String TRUSTED = "trusted";

    /** Folder of the plugins that come with the distribution. */
    @Inject
    @ConfigProperty(name = "pledgedesk.plugins.shipped")
    Optional<String> shipped;

    /** More folders of plugins, separated by commas. */
    @Inject
    @ConfigProperty(name = "pledgedesk.plugins")
    Optional<String> folders;

    @Inject
    @ConfigProperty(name = "pledgedesk.home")
    Optional<String> home;

    @Inject
    @ConfigProperty(name = "pledgedesk.profile", defaultValue = "production")
    String profile;

    private final List<Installed> installed = new ArrayList<>();

    /** A jar that was found, with what became of it. */
    static final class Installed {

        private final Path file;
        private final PluginJar jar;
        private final LoadedPlugin plugin;
        private final String failure;
        private final PluginThreads threads;
        private Installed(Path file, PluginJar jar, LoadedPlugin plugin, PluginThreads threads, String failure) {
            this.file = file;
            this.jar = jar;
            this.plugin = plugin;
            this.threads = threads;
            this.failure = failure;
        }

        LoadedPlugin plugin() {
            return plugin;
        }

        PluginThreads threads() {
            return threads;
        }

        /** Whether it may be called; it may not when too many of its threads do not come back. */
        boolean isCallable() {
            return !threads.isLost();
        }

        private boolean isRunning() {
            return plugin != null;
        }

        private State state() {
            return plugin == null ? State.FAILED : isCallable() ? State.RUNNING : State.QUARANTINED;
        }

        private InstalledPlugin view() {
            var manifest = jar == null ? null : jar.manifest();
            return new InstalledPlugin(file.getParent().getFileName() + "/" + file.getFileName(), manifest == null ? null : manifest.id(), manifest == null ? null : manifest.name(),
                    manifest == null ? null : manifest.version().toString(), state(), state() == State.QUARANTINED ? "it does not give its threads back" : failure, jar != null && jar.signed(),
                    jar == null ? null : jar.sha256(), manifest == null ? List.of() : manifest.hosts().stream().sorted().toList(), manifest == null ? List.of() : manifest.data().stream().sorted().toList(),
                    plugin == null ? List.of() : Offers.of(plugin), threads == null ? 0 : threads.busy(), threads == null ? List.of() : threads.leaked());
        }
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        LOG.log(Level.FINE, "{0} plugins", installed.size());
    }

    @PostConstruct
    void load() {
        for (Path folder : folders()) {
            Trust trust = trust(folder);
            for (Path jar : jars(folder)) {
                Installed found = load(jar, trust);
                installed.add(found);
                LOG.log(found.isRunning() ? Level.INFO : Level.SEVERE, () -> "plugin " + jar.getFileName() + (found.isRunning() ? " is running" : " is refused: " + found.failure));
            }
        }
    }

    private List<Path> folders() {
        List<Path> all = new ArrayList<>();
        shipped.map(Path::of).ifPresent(all::add);
        home.ifPresent(h -> all.add(Path.of(h, "plugins")));
        folders.ifPresent(f -> Arrays.stream(f.split(",")).map(String::strip).filter(s -> !s.isEmpty()).map(Path::of).forEach(all::add));
        return all.stream().distinct().filter(Files::isDirectory).toList();
    }

    private Trust trust(Path folder) {
        try {
            return Trust.of(folder.resolve(TRUSTED), "demo".equals(profile));
        } catch (PluginRefused unreadable) {
            LOG.log(Level.SEVERE, "nobody is trusted in " + folder, unreadable);
            return Trust.NOBODY;
        }
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(f -> f.toString().endsWith(".jar") && Files.isRegularFile(f) && !f.getParent().equals(folder)).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.log(Level.SEVERE, "the plugins in " + folder + " cannot be listed", unreadable);
            return List.of();
        }
    }

    private Installed load(Path file, Trust trust) {
        PluginJar jar = null;
        try {
            jar = PluginJar.check(file, trust);
            PluginJar checked = jar;
            if (running(jar.manifest().id(), jar.manifest().version().toString()).isPresent()) {
                throw new PluginRefused("version " + jar.manifest().version() + " of " + jar.manifest().id() + " is there already");
            }
            PluginThreads threads = new PluginThreads(jar.manifest().id());
            try {
                return new Installed(file, jar, threads.call(ClassLoader.getPlatformClassLoader(), LOADING, () -> LoadedPlugin.load(checked, DeskPlugin.class.getClassLoader()), () -> { }), threads, null);
            } catch (PluginThreads.Threw failed) {
                threads.close();
                throw failed.thrown() instanceof PluginRefused refused ? refused : new PluginRefused("it cannot be loaded: " + failed.getMessage());
            } catch (TimeoutException slow) {
                threads.close();
                throw new PluginRefused("its entry takes over " + LOADING.toSeconds() + " s", slow);
            }
        } catch (PluginRefused refused) {
            return new Installed(file, jar, null, null, refused.getMessage());
        } catch (RuntimeException | LinkageError | StackOverflowError odd) {
            LOG.log(Level.WARNING, "plugin " + file.getFileName(), odd);
            return new Installed(file, jar, null, null, "it cannot be looked through: " + odd.getClass().getName());
        }
    }

    /** The running one of an id: that of a version, or the newest if none is said. */
    Optional<Installed> running(String id, String version) {
        return installed.stream().filter(i -> i.isRunning() && i.plugin.manifest().id().equals(id) && (version == null || i.plugin.manifest().version().toString().equals(version)))
                .max(Comparator.comparing(i -> i.plugin.manifest().version()));
    }

    /**
     * Something that a configuration has switched on and a plugin here offers.
     *
     * @param key {@code plugin/use}
     */
    record On(String key, Contribution<?, ?> contribution) {
    }

    /** What a configuration has switched on, as far as it runs here; nothing is made for it. */
    Stream<On> switchedOn(TenantConfig config) {
        return config.pluginsUsed().stream().flatMap(use -> running(use.plugin(), use.version()).stream()
                .flatMap(i -> use.extensions().stream().flatMap(e -> i.plugin().contribution(e.use()).map(c -> new On(use.plugin() + "/" + e.use(), c)).stream())));
    }

    /** Why there is no running one; empty if it was never found. */
    Optional<String> failure(String id) {
        return installed.stream().filter(i -> !i.isRunning() && i.jar != null && i.jar.manifest().id().equals(id)).map(i -> i.failure).findFirst();
    }

    /** All that were found, in the order of their folders. */
    public List<InstalledPlugin> all() {
        return installed.stream().map(Installed::view).toList();
    }

    /** Calls a plugin again that does not give its threads back; for who has found out why. */
    public InstalledPlugin release(String id, String version) {
        Installed found = running(id, version).orElseThrow(Problem::notFound);
        found.threads.forgive();
        return found.view();
    }

    @PreDestroy
    void close() {
        installed.stream().filter(Installed::isRunning).forEach(i -> {
            i.threads.close();
            i.plugin.close();
        });
    }
}
