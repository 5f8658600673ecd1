package dev.pledgedesk.sdkloader;

/** A plugin that is not taken; the message says why, to whoever has built or installed it. */
public final class PluginRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public PluginRefused(String why) {
        super(why);
    }

    public PluginRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
