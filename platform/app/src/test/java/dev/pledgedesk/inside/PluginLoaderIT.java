package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdkloader.PluginClassLoader;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A plugin sees the JDK and the SDK, and from neither of them leads a way back into the application. */
@ExtendWith(ArquillianExtension.class)
class PluginLoaderIT {

    private static final ClassLoader APPLICATION = Problem.class.getClassLoader();

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void aPluginIsFoundAndSeesTheJdkAndTheSdkOnly() throws IOException {
        try (PluginClassLoader loader = loader(DeskPlugin.class.getClassLoader())) {
            DeskPlugin plugin = ServiceLoader.load(DeskPlugin.class, loader).findFirst().orElseThrow();
            assertThat(plugin.getClass().getClassLoader()).isSameAs(loader);
            assertThat(plugin.contributions().get(0).name().en()).isEqualTo("java.sql.Connection dev.pledgedesk.sdk.DeskPlugin");
        }
    }

    @Test
    void noWayLeadsFromAPluginToTheApplication() throws IOException {
        try (PluginClassLoader loader = loader(DeskPlugin.class.getClassLoader())) {
            DeskPlugin plugin = ServiceLoader.load(DeskPlugin.class, loader).findFirst().orElseThrow();
            assertThat(reachesApplication(plugin.getClass().getClassLoader())).isFalse();
            assertThat(reachesApplication(DeskPlugin.class.getClassLoader())).isFalse();
        }
    }

    /** The case that must not be: an SDK that the application's own loader has defined hands every plugin the application. */
    @Test
    void anSdkInsideTheApplicationWouldLeadBackToIt() throws IOException, ReflectiveOperationException {
        try (OwnCopy inside = new OwnCopy(url("desk.test.spi"), APPLICATION); PluginClassLoader loader = loader(inside)) {
            Class<?> plugin = loader.loadClass("sample.plugin.SamplePlugin");
            Class<?> sdk = plugin.getInterfaces()[0];
            assertThat(sdk).isNotSameAs(DeskPlugin.class);
            assertThat(reachesApplication(sdk.getClassLoader())).isTrue();
            assertThat(sdk.getClassLoader().loadClass(Problem.class.getName())).isSameAs(Problem.class);
        }
    }

    private static boolean reachesApplication(ClassLoader from) {
        for (ClassLoader loader = from; loader != null; loader = loader.getParent()) {
            try {
                if (loader == APPLICATION || loader.loadClass(Problem.class.getName()) != null) {
                    return true;
                }
            } catch (ClassNotFoundException good) {
                continue;
            }
        }
        return false;
    }

    private static PluginClassLoader loader(ClassLoader sdk) throws MalformedURLException {
        return new PluginClassLoader("sample", new URL[] {url("desk.test.plugin")}, sdk);
    }

    private static URL url(String property) throws MalformedURLException {
        return Path.of(System.getProperty(property)).toUri().toURL();
    }

    /** Defines the SDK again, below the application. */
    private static final class OwnCopy extends URLClassLoader {

        private OwnCopy(URL spi, ClassLoader parent) {
            super(new URL[] {spi}, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.pledgedesk.sdk.")) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
            return super.loadClass(name, resolve);
        }
    }
}
