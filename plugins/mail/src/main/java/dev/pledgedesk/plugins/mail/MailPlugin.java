package dev.pledgedesk.plugins.mail;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.Text;
import java.util.List;

/** Mail out and mail in. */
public final class MailPlugin implements DeskPlugin {

    @Override
    public List<Contribution<?, ?>> contributions() {
        return List.of(
                new Contribution<>(ExtensionPoint.NOTIFICATION_CHANNEL, "smtp", new Text("Mail out, by SMTP", "发送邮件（SMTP）"), Sender.Settings.class, (settings, context) -> new Sender(settings, context.mail())),
                new Contribution<>(ExtensionPoint.INBOUND_CHANNEL, "imap", new Text("Mail in, by IMAP", "接收邮件（IMAP）"), Receiver.Settings.class, (settings, context) -> new Receiver(settings, context.mail())));
    }
}
