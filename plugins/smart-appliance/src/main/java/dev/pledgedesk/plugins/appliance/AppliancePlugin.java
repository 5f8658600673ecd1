package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.Text;
import java.util.List;

/** What the plugin offers. */
public final class AppliancePlugin implements DeskPlugin {

    @Override
    public List<Contribution<?, ?>> contributions() {
        return List.of(
                new Contribution<>(ExtensionPoint.FIELD_VALIDATOR, "serial-number", new Text("Serial number", "机身编号"), Models.class, (settings, context) -> new SerialNumberCheck(settings)),
                new Contribution<>(ExtensionPoint.ENTITLEMENT_LOOKUP, "warranty", new Text("Warranty", "保修"), Models.class, Warranty::new),
                new Contribution<>(ExtensionPoint.TICKET_CLASSIFIER, "fault-code", new Text("Class by fault code", "按故障代码分类"), FaultCodes.class, (settings, context) -> new FaultClass(settings)),
                new Contribution<>(ExtensionPoint.ANSWER_SUGGESTER, "fault-advice", new Text("Advice by fault code", "故障代码处理建议"), FaultCodes.class, (settings, context) -> new FaultAdvice(settings)),
                new Contribution<>(ExtensionPoint.CONSOLE_PANEL, "device", new Text("Device", "设备"), Device.class, DevicePanel::new));
    }
}
