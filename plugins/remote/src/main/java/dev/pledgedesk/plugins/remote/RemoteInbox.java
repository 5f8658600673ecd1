package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.Setting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** A service brings in what customers write elsewhere. */
record RemoteInbox(Service service, Duration every) implements InboundChannel, Asking {

    /**
     * Where the service is, and how often it is asked.
     *
     * @param every from one call to the next
     */
    record Settings(@Setting(en = "Address of the service", zhCn = "服务地址") URI address, @Setting(en = "Secret that calls are signed with", zhCn = "签名密钥") Secret secret,
            @Setting(en = "Ask every", zhCn = "查询间隔", preset = "30s") Duration every) {

        /** As for other addresses. */
        Settings {
            Endpoint.requirePlain(address);
        }
    }

    @Override
    public Batch fetch(String cursor, int most) throws Exception {
        Answer answer = service.ask("/fetch", Questions.with("cursor", cursor).putChain("most", most));
        return new Batch(answer.list("items", RemoteInbox::item), answer.text("cursor"), answer.yes("more"));
    }

    private static Item item(Answer item) {
        String id = item.text("id");
        return switch (item.text("kind")) {
            case "message" -> new Message(id, Reach.valueOf(upper(item, "reach")), item.text("from"), item.optional("fromName").orElse(""), item.optional("subject").orElse(""), item.text("text"),
                    Instant.parse(item.text("at")), item.texts("threads"), Trust.valueOf(upper(item, "trust")), item.yes("automatic"), item.list("files", RemoteInbox::file), item.yes("cut"));
            case "report" -> new Report(id, item.text("message"), item.yes("arrived"), item.optional("reason").orElse(""));
            default -> throw new IllegalArgumentException("kind is neither message nor report");
        };
    }

    private static File file(Answer file) {
        return new File(file.text("name"), Base64.getDecoder().decode(file.text("content")));
    }

    private static String upper(Answer item, String name) {
        return item.text(name).toUpperCase(Locale.ROOT);
    }
}
