package dev.pledgedesk.plugin;

import java.util.List;

/**
 * A plugin that the server has found.
 *
 * @param folder  its file, below the folder of plugins
 * @param id      null if its manifest cannot be read
 * @param name    likewise
 * @param version likewise
 * @param state   how it is
 * @param reason  why it is not running, null if it is; for whoever runs the server
 * @param signed  whether a trusted signature covers it
 * @param sha256  of the jar, null if it cannot be read
 * @param hosts   what it may call
 * @param data    classes of data that it wants to see
 * @param offers  what tenants can use of it
 * @param threads how many of its threads are busy at this moment, on this node
 * @param leaks   threads that it has started itself, by name
 */
public record InstalledPlugin(String folder, String id, String name, String version, State state, String reason, boolean signed, String sha256, List<String> hosts, List<String> data,
        List<Offer> offers, int threads, List<String> leaks) {

    /** How a plugin is. */
    public enum State {
        /** Tenants can use it. */
        RUNNING,
        /** It was not taken. */
        FAILED,
        /** It has taken threads that it does not give back, so it is not called any more until it is released. */
        QUARANTINED;

        /** As written in the API. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Something that it offers.
     *
     * @param point    key of the extension point
     * @param id       what tenants name it by
     * @param name     what people read
     * @param settings what it can be told
     */
    public record Offer(String point, String id, dev.pledgedesk.kernel.LocalizedText name, List<SettingView> settings) {
    }
}
