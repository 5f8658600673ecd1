package dev.pledgedesk.plugins.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdkloader.LoadedPlugin;
import dev.pledgedesk.sdkloader.PluginJar;
import dev.pledgedesk.sdkloader.PluginRefused;
import dev.pledgedesk.sdkloader.Trust;
import dev.pledgedesk.sdktest.PluginContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Plugins of past minor versions, as they were compiled then (their sources stand in {@code src/past}): taken by the present loader and held to the present contract. */
class PastMinorsTest {

    /** SDK 1.0. */
    @Nested
    class OfOneZero extends OfThen {

        OfOneZero() {
            super("1.0", "all-points-1.0.0.jar");
        }
    }

    /** SDK 1.1. */
    @Nested
    class OfOneOne extends OfThen {

        OfOneOne() {
            super("1.1", "report-point-1.1.0.jar");
        }
    }

    /** A plugin with something at every extension point that came with a version. */
    abstract static class OfThen extends PluginContract {

        private final String minor;
        private final Path jar;

        OfThen(String minor, String jar) {
            this.minor = minor;
            this.jar = Path.of("src/test/jars", jar);
        }

        @Override
        protected DeskPlugin plugin() {
            try {
                LoadedPlugin loaded = LoadedPlugin.load(PluginJar.check(jar, Trust.ANYBODY), DeskPlugin.class.getClassLoader());
                return loaded::contributions;
            } catch (PluginRefused refused) {
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
            assertThat(used).containsExactlyInAnyOrderElementsOf(ExtensionPoint.all().stream().filter(p -> p.since().equals(minor)).toList());
        }
    }
}
