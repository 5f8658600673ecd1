package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.DeskEventListener;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.Setting;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A service is told what happens; what it does not take is told again. */
record RemoteListener(Service service, Set<String> types) implements DeskEventListener, Asking {

    /**
     * Where the service is, and what it is told.
     *
     * @param types types of events
     */
    record Settings(@Setting(en = "Address of the service", zhCn = "服务地址") URI address, @Setting(en = "Secret that calls are signed with", zhCn = "签名密钥") Secret secret,
            @Setting(en = "Types of events", zhCn = "事件类型", preset = "ticket.created, ticket.changed, ticket.message-added") List<String> types) {

        /** As for other addresses. */
        Settings {
            Endpoint.requirePlain(address);
        }
    }

    RemoteListener(Service service, List<String> types) {
        this(service, Set.copyOf(types));
    }

    @Override
    public void happened(Event event) throws Exception {
        service.ask("/happened", Questions.with("id", event.id()).putChain("type", event.type()).putChain("at", event.at().toString()).putChain("ticket", event.ticket()));
    }
}
