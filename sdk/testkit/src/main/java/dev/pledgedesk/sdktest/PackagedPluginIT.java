package dev.pledgedesk.sdktest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdkloader.LoadedPlugin;
import dev.pledgedesk.sdkloader.PluginJar;
import dev.pledgedesk.sdkloader.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged jar as a server looks at it; run by the build of every plugin, which names it in the property {@code plugin.jar}. Writes the conformance report beside it. */
public class PackagedPluginIT {

    /** Looks through it, loads it by a loader that has the JDK and the SDK alone, and asks what it offers. */
    @Test
    void aServerWouldTakeIt() throws Exception {
        Path file = Path.of(System.getProperty("plugin.jar"));
        PluginJar jar = PluginJar.check(file, Trust.ANYBODY);
        try (LoadedPlugin plugin = LoadedPlugin.load(jar, DeskPlugin.class.getClassLoader())) {
            assertThat(plugin.contributions()).isNotEmpty();
            report(file.resolveSibling("conformance.txt"), jar, plugin.contributions());
        }
    }

    private static void report(Path file, PluginJar jar, List<Contribution<?, ?>> offered) throws IOException {
        List<String> lines = new ArrayList<>(List.of("plugin   " + jar.manifest().id() + " " + jar.manifest().version(), "sdk      " + jar.manifest().sdk() + ", looked at by " + PluginJar.SDK,
                "sha256   " + jar.sha256(), "hosts    " + jar.manifest().hosts() + (jar.manifest().hostsFromSettings() ? " and those of its settings" : ""), "data     " + jar.manifest().data()));
        offered.forEach(c -> lines.add("offers   " + c.point() + "  " + c.id() + "  since " + c.point().since() + ", " + c.point().budget().toMillis() + " ms, on failure " + c.point().onFailure()));
        lines.add("A server takes it once somebody whom it trusts has signed it.");
        Files.write(file, lines);
    }
}
