package dev.pledgedesk.sdktest;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdkloader.PluginRefused;
import dev.pledgedesk.sdkloader.SettingsForm;
import dev.pledgedesk.sdkloader.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes instances of what a plugin offers, as the platform makes them. */
public final class Instances {

    /** What every secret is in tests. */
    public static final String SECRET = "s3cret-of-the-test-kit";

    private Instances() {
    }

    /** What a plugin offers under an id. */
    public static Contribution<?, ?> offered(DeskPlugin plugin, String id) {
        return plugin.contributions().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError("the plugin does not offer " + id));
    }

    /**
     * An instance with settings as a tenant writes them.
     *
     * @throws AssertionError naming what of them is refused
     */
    public static <T> T make(Class<T> type, Contribution<?, ?> offered, Map<String, ?> settings, PluginContext context) {
        SettingsReader.Result read = read(offered, settings);
        if (read.settings() == null) {
            throw new AssertionError(offered.id() + " refuses its settings: " + read.findings());
        }
        return type.cast(made(offered, read.settings(), context));
    }

    /** What is wrong with settings, each with its pointer; empty if nothing is. */
    public static List<String> findings(Contribution<?, ?> offered, Map<String, ?> settings) {
        return read(offered, settings).findings().stream().map(f -> f.pointer() + " " + f.text().en()).toList();
    }

    static SettingsReader.Result read(Contribution<?, ?> offered, Map<String, ?> settings) {
        try {
            return SettingsReader.read(SettingsForm.of(offered.settings()), settings, name -> Optional.of(SECRET));
        } catch (PluginRefused refused) {
            throw new AssertionError(offered.id() + ": " + refused.getMessage(), refused);
        }
    }

    private static <T, C extends Record> T made(Contribution<T, C> offered, Record settings, PluginContext context) {
        return offered.factory().make(offered.settings().cast(settings), context);
    }
}
