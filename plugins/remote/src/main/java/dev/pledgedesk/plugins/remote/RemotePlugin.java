package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdk.Text;
import java.util.List;
import java.util.function.Function;

/** What a service can be asked for: everything the SDK has a point for. */
public final class RemotePlugin implements DeskPlugin {

    @Override
    public List<Contribution<?, ?>> contributions() {
        return List.of(
                offer(ExtensionPoint.TICKET_CLASSIFIER, "classifier", new Text("Classifier of a service", "远程分类"), RemoteClassifier::new),
                offer(ExtensionPoint.FIELD_VALIDATOR, "validator", new Text("Field check of a service", "远程字段校验"), RemoteValidator::new),
                offer(ExtensionPoint.FIELD_KIND, "field-kind", new Text("Field whose values a service offers", "远程可选值字段"), RemoteFieldKind::new),
                offer(ExtensionPoint.ENTITLEMENT_LOOKUP, "entitlements", new Text("Entitlements from a service", "远程权益查询"), RemoteEntitlements::new),
                offer(ExtensionPoint.REPLY_CHECK, "reply-check", new Text("Reply check of a service", "远程回复检查"), RemoteReplyCheck::new),
                offer(ExtensionPoint.ANSWER_SUGGESTER, "answers", new Text("Answers from a service", "远程答案建议"), RemoteSuggester::new),
                new Contribution<>(ExtensionPoint.EVENT_LISTENER, "events", new Text("Events to a service", "向远程服务通知事件"), RemoteListener.Settings.class,
                        (settings, context) -> new RemoteListener(Service.of(settings.address(), settings.secret(), context), settings.types())),
                offer(ExtensionPoint.CONSOLE_PANEL, "console-panel", new Text("Panel of a service, for staff", "远程面板（员工）"), service -> new RemotePanel(service, "console")),
                offer(ExtensionPoint.PORTAL_PANEL, "portal-panel", new Text("Panel of a service, for customers", "远程面板（客户）"), service -> new RemotePanel(service, "portal")),
                offer(ExtensionPoint.REPORT_SOURCE, "report", new Text("Figures of a service", "远程报表数据"), RemoteReport::new),
                new Contribution<>(ExtensionPoint.NOTIFICATION_CHANNEL, "carrier", new Text("Messages carried by a service", "远程发送消息"), RemoteCarrier.Settings.class,
                        (settings, context) -> new RemoteCarrier(Service.of(settings.address(), settings.secret(), context), settings.reach())),
                new Contribution<>(ExtensionPoint.INBOUND_CHANNEL, "inbox", new Text("Messages brought by a service", "远程接收消息"), RemoteInbox.Settings.class,
                        (settings, context) -> new RemoteInbox(Service.of(settings.address(), settings.secret(), context), settings.every())));
    }

    private static <T> Contribution<T, Endpoint> offer(ExtensionPoint<T> point, String id, Text name, Function<Service, T> made) {
        return new Contribution<>(point, id, name, Endpoint.class, (endpoint, context) -> made.apply(service(endpoint, context)));
    }

    private static Service service(Endpoint endpoint, PluginContext context) {
        return Service.of(endpoint.address(), endpoint.secret(), context);
    }
}
