package dev.pledgedesk.sdkloader;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** A plugin whose classes are here, and what it offers. */
public final class LoadedPlugin implements AutoCloseable {

    private final PluginJar jar;
    private final PluginClassLoader loader;
    private final List<Contribution<?, ?>> contributions;

    private LoadedPlugin(PluginJar jar, PluginClassLoader loader, List<Contribution<?, ?>> contributions) {
        this.jar = jar;
        this.loader = loader;
        this.contributions = contributions;
    }

    /**
     * Loads a plugin and asks what it offers; its own code runs, so whoever calls this waits for it only so long.
     *
     * @param sdk the loader that has the SDK and cannot see the application
     * @throws PluginRefused if it has no entry or several, or offers nothing that can be used
     */
    public static LoadedPlugin load(PluginJar jar, ClassLoader sdk) throws PluginRefused {
        PluginClassLoader loader;
        try {
            loader = new PluginClassLoader(jar.manifest().id(), new URL[] {jar.file().toUri().toURL()}, sdk);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
        try {
            return new LoadedPlugin(jar, loader, offered(loader));
        } catch (PluginRefused | RuntimeException | LinkageError refused) {
            close(loader);
            throw refused instanceof PluginRefused known ? known : new PluginRefused("it cannot be started: " + refused, refused);
        }
    }

    private static List<Contribution<?, ?>> offered(PluginClassLoader loader) throws PluginRefused {
        try {
            List<ServiceLoader.Provider<DeskPlugin>> entries = ServiceLoader.load(DeskPlugin.class, loader).stream().toList();
            if (entries.size() != 1) {
                throw new PluginRefused("META-INF/services/" + DeskPlugin.class.getName() + " names " + (entries.isEmpty() ? "no class" : "several classes"));
            }
            List<Contribution<?, ?>> offered = List.copyOf(entries.get(0).get().contributions());
            if (offered.isEmpty()) {
                throw new PluginRefused("it offers nothing");
            }
            Set<String> ids = new HashSet<>();
            for (Contribution<?, ?> contribution : offered) {
                if (!ids.add(contribution.id())) {
                    throw new PluginRefused("it offers " + contribution.id() + " twice");
                }
                SettingsForm.of(contribution.settings());
            }
            return offered;
        } catch (ServiceConfigurationError broken) {
            throw new PluginRefused("its entry cannot be made: " + (broken.getCause() == null ? broken.getMessage() : broken.getCause().toString()), broken);
        }
    }

    public PluginManifest manifest() {
        return jar.manifest();
    }

    public PluginJar jar() {
        return jar;
    }

    /** The loader of its classes. */
    public ClassLoader loader() {
        return loader;
    }

    /** What it offers, in its own order. */
    public List<Contribution<?, ?>> contributions() {
        return contributions;
    }

    /** One that it offers. */
    public Optional<Contribution<?, ?>> contribution(String id) {
        return contributions.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** Lets go of its classes; what still runs of it goes on without those it has not used yet. */
    @Override
    public void close() {
        close(loader);
    }

    private static void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
