package dev.pledgedesk.plugins.sms;

import com.github.cliftonlabs.json_simple.JsonArray;
import com.github.cliftonlabs.json_simple.JsonObject;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.InboundChannel;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.SelfTest;
import dev.pledgedesk.sdk.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a gateway for what has come: {@code GET address?after=<cursor>&limit=<n>} answers {@code {"items": [...], "cursor": "...", "more": false}} with messages
 * ({@code id, from, text, at}) and receipts ({@code id, reference, arrived, reason}), the oldest first.
 */
final class Receiver implements InboundChannel, SelfTest {

    /** Which gateway. */
    record Settings(@Setting(en = "Address that is asked for what has come", zhCn = "查询上行短信与回执的地址") URI address,
            @Setting(en = "Secret that requests are signed with", zhCn = "请求签名密钥") Secret secret,
            @Setting(en = "Ask every", zhCn = "查询间隔", preset = "30s") Duration every) {

        /** Refuses an address that has a query already. */
        Settings {
            if (address.getRawQuery() != null || address.getRawFragment() != null) {
                throw new IllegalArgumentException("the address has a query or a fragment / 地址不能带参数或片段");
            }
        }
    }

    private final Settings settings;
    private final Gateway gateway;

    Receiver(Settings settings, Gateway gateway) {
        this.settings = settings;
        this.gateway = gateway;
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public void test() throws IOException {
        fetch("", 1);
    }

    @Override
    public Batch fetch(String cursor, int most) throws IOException {
        Http.Reply reply = gateway.get(URI.create(settings.address() + "?after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8) + "&limit=" + most));
        if (!Gateway.isGood(reply)) {
            throw new IOException("the gateway answers " + reply.status());
        }
        JsonObject answer = Gateway.json(reply);
        List<Item> items = new ArrayList<>();
        for (Object item : answer.get("items") instanceof JsonArray array ? array : new JsonArray()) {
            if (!(item instanceof JsonObject object)) {
                throw new IOException("the gateway lists what is no object");
            }
            items.add(item(object, gateway.now()));
        }
        String next = Gateway.text(answer, "cursor");
        return new Batch(items, next.isEmpty() ? cursor : next, Boolean.TRUE.equals(answer.get("more")));
    }

    private static Item item(JsonObject object, Instant now) {
        String id = "sms:" + Gateway.text(object, "id");
        if (object.containsKey("reference")) {
            return new Report(id, Gateway.text(object, "reference"), Boolean.TRUE.equals(object.get("arrived")), Gateway.text(object, "reason"));
        }
        // The network has told the gateway whose number it is.
        return new Message(id, Reach.TEXT, Gateway.text(object, "from"), "", "", Gateway.text(object, "text"), at(object, now), List.of(), Trust.PROVED, false, List.of(), false);
    }

    /** A time that is none must not stand before what comes after it. */
    private static Instant at(JsonObject object, Instant now) {
        try {
            return Instant.parse(Gateway.text(object, "at"));
        } catch (DateTimeParseException none) {
            return now;
        }
    }
}
