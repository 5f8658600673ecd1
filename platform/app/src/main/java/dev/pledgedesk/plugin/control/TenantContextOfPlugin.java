package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.sdk.Desk;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdk.Store;
import java.time.InstantSource;
import java.time.ZoneId;

/** What one instance of a plugin may use, until it is closed. */
final class TenantContextOfPlugin {

    private final PluginContext face;
    private volatile boolean closed;

    TenantContextOfPlugin(DeskClock clock, ZoneId zone, System.Logger log, Http http, Mail mail, Store store, Desk desk) {
        face = Facade.of(PluginContext.class, new Parts(Facade.of(InstantSource.class, clock::now, this::requireOpen), zone, Facade.of(System.Logger.class, log, this::requireOpen),
                Facade.of(Http.class, http, this::requireOpen), Facade.of(Mail.class, mail, this::requireOpen), Facade.of(Store.class, store, this::requireOpen), Facade.of(Desk.class, desk, this::requireOpen)), () -> { });
    }

    /** As the plugin gets it. */
    PluginContext face() {
        return face;
    }

    void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the instance that this belongs to is closed");
        }
    }

    private record Parts(InstantSource clock, ZoneId zone, System.Logger log, Http http, Mail mail, Store store, Desk desk) implements PluginContext {
    }
}
