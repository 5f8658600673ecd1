package dev.pledgedesk.plugins.sms;

import com.github.cliftonlabs.json_simple.JsonException;
import com.github.cliftonlabs.json_simple.Jsoner;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.SelfTest;
import dev.pledgedesk.sdk.Setting;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands text messages to a gateway. */
final class Sender implements NotificationChannel, SelfTest {

    private static final Pattern BLANK = Pattern.compile("\\{(id|to|text|sender)}");
    private static final String FORM = "{\"id\": {id}, \"to\": {to}, \"text\": {text}, \"sender\": {sender}}";
    /** What a gateway says to a message that it will not take, whenever it is asked. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 410, 413, 422);
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_REFERENCE = 200;

    /**
     * Which gateway, and how it is spoken to.
     *
     * @param form      of the body: JSON in which {id}, {to}, {text} and {sender} stand for quoted texts
     * @param reference member of the answer with the gateway's name for the message
     * @param check     null for none
     */
    record Settings(@Setting(en = "Address that messages are posted to", zhCn = "提交短信的地址") URI address,
            @Setting(en = "Secret that requests are signed with", zhCn = "请求签名密钥") Secret secret,
            @Setting(en = "Sender or signature that the gateway asks for", zhCn = "网关要求的发送方或短信签名", preset = "PledgeDesk", max = 60) String sender,
            @Setting(en = "Body of a request: JSON with {id}, {to}, {text}, {sender}", zhCn = "请求正文：含 {id}、{to}、{text}、{sender} 的 JSON", preset = FORM, max = 4000) String form,
            @Setting(en = "Member of the answer that names the message", zhCn = "应答中表示消息编号的字段", preset = "reference", min = 1, max = 100) String reference,
            @Setting(en = "Address that answers well to a signed GET while the gateway takes messages", zhCn = "网关可用时对已签名的 GET 请求作出正常应答的地址", optional = true) URI check) {

        /** Refuses a form that makes no JSON, or says nothing to nobody. */
        Settings {
            if (!form.contains("{to}") || !form.contains("{text}")) {
                throw new IllegalArgumentException("the body must have {to} and {text} / 请求正文必须包含 {to} 和 {text}");
            }
            try {
                Jsoner.deserialize(BLANK.matcher(form).replaceAll("\"x\""));
            } catch (JsonException none) {
                throw new IllegalArgumentException("the body is no JSON / 请求正文不是 JSON", none);
            }
        }
    }

    private final Settings settings;
    private final Gateway gateway;

    Sender(Settings settings, Gateway gateway) {
        this.settings = settings;
        this.gateway = gateway;
    }

    @Override
    public Reach reach() {
        return Reach.TEXT;
    }

    @Override
    public Delivery send(Message message) throws IOException {
        Map<String, String> values = Map.of("id", message.id(), "to", message.to(), "text", message.text(), "sender", settings.sender());
        String body = BLANK.matcher(settings.form()).replaceAll(blank -> Matcher.quoteReplacement("\"" + Jsoner.escape(values.get(blank.group(1))) + "\""));
        Http.Reply reply = gateway.post(settings.address(), message.id(), body);
        if (REFUSALS.contains(reply.status())) {
            return new Refused(cut(reason(reply), LONGEST_REASON));
        }
        if (!Gateway.isGood(reply)) {
            throw new IOException("the gateway answers " + reply.status());
        }
        return new Taken(reference(reply));
    }

    /** What the gateway calls it; nothing if it says so in another way, for it has taken it all the same. */
    private String reference(Http.Reply reply) {
        try {
            return cut(Gateway.text(Gateway.json(reply), settings.reference()), LONGEST_REFERENCE);
        } catch (IOException inItsOwnWords) {
            return "";
        }
    }

    private static String reason(Http.Reply reply) {
        try {
            return reply.status() + " " + Gateway.text(Gateway.json(reply), "reason");
        } catch (IOException inItsOwnWords) {
            return Integer.toString(reply.status());
        }
    }

    @Override
    public void test() throws IOException {
        if (settings.check() != null) {
            Http.Reply reply = gateway.get(settings.check());
            if (!Gateway.isGood(reply)) {
                throw new IOException("the gateway answers " + reply.status());
            }
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text.strip();
    }
}
