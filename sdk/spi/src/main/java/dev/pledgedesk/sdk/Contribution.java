package dev.pledgedesk.sdk;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that a plugin offers at an extension point. Nothing of it runs before a tenant switches it on.
 *
 * @param point    where it is called
 * @param id       stable, lower-kebab case, unique in the plugin
 * @param name     what administrators read
 * @param settings record whose components are the settings of a tenant, see {@link Setting}; {@link NoSettings} if there are none
 * @param factory  makes the instance of a tenant
 * @param <T>      the point's interface
 * @param <C>      the settings
 * @since 1.0
 */
public record Contribution<T, C extends Record>(ExtensionPoint<T> point, String id, Text name, Class<C> settings, Factory<T, C> factory) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** The settings of what has none. */
    public record NoSettings() {
    }

    /**
     * Makes the instance of one tenant.
     *
     * @param <T> the point's interface
     * @param <C> the settings
     */
    @FunctionalInterface
    @ImplementedByPlugins
    public interface Factory<T, C extends Record> {

        /**
         * Called when the tenant's configuration is first used on this server and again whenever its settings have changed; the old instance is then called no
         * more. Must not call out: settings that only a call can prove are proved by {@link SelfTest}.
         *
         * @param settings of the tenant, checked against the record's rules
         * @param context  what this instance may use, already cut to the tenant
         * @return the instance; closed at its end if it is {@link AutoCloseable}
         */
        T make(C settings, PluginContext context);
    }

    /** Refuses ids of another form, and settings that are no record. */
    public Contribution {
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(factory, "factory");
        if (!ID.matcher(id).matches() || id.length() > 60) {
            throw new IllegalArgumentException("not an id in lower-kebab case of at most 60 characters: " + id);
        }
        if (!settings.isRecord()) {
            throw new IllegalArgumentException("settings must be a record: " + settings.getName());
        }
    }

    /**
     * One without settings.
     *
     * @param point   where it is called
     * @param id      see above
     * @param name    see above
     * @param factory makes the instance of a tenant
     * @param <T>     the point's interface
     * @return the contribution
     */
    public static <T> Contribution<T, NoSettings> of(ExtensionPoint<T> point, String id, Text name, Factory<T, NoSettings> factory) {
        return new Contribution<>(point, id, name, NoSettings.class, factory);
    }
}
