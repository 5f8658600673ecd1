package dev.pledgedesk.sdkloader;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one plugin: its own jars over the JDK, and the SDK as the platform has it. It sees neither the application nor the libraries of the
 * server, and two plugins may hold classes of the same name. It keeps class paths apart and is no sandbox: code that is not trusted belongs into a process
 * of its own.
 */
public final class PluginClassLoader extends URLClassLoader {

    private static final String SDK = "dev.pledgedesk.sdk.";

    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final ClassLoader sdk;

    /**
     * A loader for one plugin; close it when the plugin is no longer used.
     *
     * @param plugin id of the plugin, for messages
     * @param jars   the plugin's jars
     * @param sdk    the loader the SDK is taken from; it must not be able to see the application, because everything it sees can be reached from the SDK's
     *               classes. Nothing else is taken from it.
     */
    public PluginClassLoader(String plugin, URL[] jars, ClassLoader sdk) {
        super("plugin " + plugin, jars, ClassLoader.getPlatformClassLoader());
        this.sdk = sdk;
    }

    /** As usual, except that the SDK always comes from the platform, even if a plugin carries a copy of it. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(SDK) ? sdk.loadClass(name) : super.loadClass(name, resolve);
    }
}
