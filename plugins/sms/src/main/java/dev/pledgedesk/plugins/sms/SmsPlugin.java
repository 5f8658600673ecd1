package dev.pledgedesk.plugins.sms;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.Text;
import java.util.List;

/** Text messages out and in. */
public final class SmsPlugin implements DeskPlugin {

    @Override
    public List<Contribution<?, ?>> contributions() {
        return List.of(
                new Contribution<>(ExtensionPoint.NOTIFICATION_CHANNEL, "out", new Text("Text messages out", "发送短信"), Sender.Settings.class, (settings, context) -> new Sender(settings, Gateway.of(settings.secret(), context))),
                new Contribution<>(ExtensionPoint.INBOUND_CHANNEL, "in", new Text("Text messages and their receipts in", "接收短信与回执"), Receiver.Settings.class, (settings, context) -> new Receiver(settings, Gateway.of(settings.secret(), context))));
    }
}
