package dev.pledgedesk.plugins.remote;

import com.github.cliftonlabs.json_simple.JsonObject;
import dev.pledgedesk.sdk.NotificationChannel;
import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.Setting;
import java.net.URI;
import java.util.Locale;

/** A service carries messages. */
record RemoteCarrier(Service service, Reach reach) implements NotificationChannel, Asking {

    /**
     * Where the service is, and what it reaches.
     *
     * @param reach what sort of addresses
     */
    record Settings(@Setting(en = "Address of the service", zhCn = "服务地址") URI address, @Setting(en = "Secret that calls are signed with", zhCn = "签名密钥") Secret secret,
            @Setting(en = "What it reaches: mail addresses or phone numbers", zhCn = "送达方式：邮箱（mail）或手机（text）", preset = "text") Reach reach) {

        /** As for other addresses. */
        Settings {
            Endpoint.requirePlain(address);
        }
    }

    @Override
    public Delivery send(Message message) throws Exception {
        JsonObject said = Questions.with("id", message.id()).putChain("reach", reach.name().toLowerCase(Locale.ROOT)).putChain("to", message.to()).putChain("from", message.from())
                .putChain("fromName", message.fromName()).putChain("subject", message.subject()).putChain("text", message.text());
        message.thread().ifPresent(token -> said.put("thread", token));
        Answer answer = service.ask("/carry", said);
        return answer.yes("taken") ? new Taken(answer.optional("reference").orElse("")) : new Refused(answer.text("reason"));
    }
}
