package dev.pledgedesk.plugins.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdkloader.LoadedPlugin;
import dev.pledgedesk.sdkloader.PluginJar;
import dev.pledgedesk.sdkloader.Trust;
import dev.pledgedesk.sdktest.PluginContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plugin of SDK 1.0, as it was compiled then (its source stands in {@code src/past/1.0}): taken by the present loader and held to the present contract. */
class PastMinorsTest extends PluginContract {

    private static final Path JAR = Path.of("src/test/jars/all-points-1.0.0.jar");

    @Override
    protected DeskPlugin plugin() {
        try {
            LoadedPlugin loaded = LoadedPlugin.load(PluginJar.check(JAR, Trust.ANYBODY), DeskPlugin.class.getClassLoader());
            return loaded::contributions;
        } catch (dev.pledgedesk.sdkloader.PluginRefused refused) {
            throw new AssertionError(refused);
        }
    }

    @Override
    protected Map<String, ?> settings(String contribution) {
        return Map.of();
    }

    @Test
    void itHasSomethingAtEveryPointOfThen() {
        List<ExtensionPoint<?>> used = plugin().contributions().stream().<ExtensionPoint<?>>map(Contribution::point).toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(ExtensionPoint.all().stream().filter(p -> p.since().equals("1.0")).toList());
    }
}
