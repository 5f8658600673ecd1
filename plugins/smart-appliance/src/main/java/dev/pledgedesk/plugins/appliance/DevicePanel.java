package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.plugins.appliance.Models.Serial;
import dev.pledgedesk.sdk.EntitlementLookup.Fact;
import dev.pledgedesk.sdk.FieldValue;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdk.Store;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketPanel;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the device of a ticket: what its number and fault code say, and which firmware it had when somebody last asked. */
final class DevicePanel implements TicketPanel {

    private static final String FIRMWARE = "firmware";
    private static final int LONGEST = 40;

    private final Models models;
    private final FaultCodes codes;
    private final PluginContext context;

    DevicePanel(Device settings, PluginContext context) {
        this.models = new Models(settings.field(), settings.form(), "", settings.models());
        this.codes = new FaultCodes(settings.codeField(), settings.codes());
        this.context = context;
    }

    @Override
    public Panel show(Question question) {
        TicketSnapshot ticket = question.ticket();
        List<Block> blocks = new ArrayList<>();
        Optional<Serial> serial = ticket.field(models.field()).flatMap(models::read);
        serial.ifPresent(s -> blocks.add(new Facts(facts(s))));
        codes.find(ticket.field(codes.field()), ticket.subject()).ifPresent(code -> {
            blocks.add(new Note(new Text(code.code() + ": " + code.meaning(), code.code() + "：" + code.meaningZh()), code.urgency() == FaultCodes.Urgency.URGENT));
            if (!code.parts().isEmpty()) {
                blocks.add(new Table(new Text("Parts that a repair usually needs", "维修常用配件"), List.of(new Text("Part", "配件")), code.parts().stream().map(p -> List.of(Text.same(p))).toList()));
            }
        });
        serial.ifPresent(s -> blocks.add(new Action(FIRMWARE, new Text("Note the firmware", "记录固件版本"), List.of(new Input("version", new Text("Version on the device", "设备上的版本"), true)))));
        return new Panel(new Text("Device", "设备"), blocks);
    }

    private List<Fact> facts(Serial serial) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact(new Text("Model", "型号"), Text.same(serial.model().name())), new Fact(new Text("Made in", "生产时间"), Text.same(serial.made()))));
        context.store().get(key(serial)).ifPresent(kept -> facts.add(new Fact(new Text("Firmware", "固件"), Text.same(kept.value()))));
        return facts;
    }

    private static String key(Serial serial) {
        return FIRMWARE + "/" + serial.number();
    }

    @Override
    public Note act(String action, List<FieldValue> inputs, Question question) {
        Serial serial = question.ticket().field(models.field()).flatMap(models::read).orElseThrow();
        String version = inputs.get(0).value();
        if (version.length() > LONGEST) {
            return new Note(new Text("This is too long for a version.", "版本号过长。"), true);
        }
        long expected = context.store().get(key(serial)).map(Store.Entry::version).orElse(0L);
        return context.store().put(key(serial), version, expected) ? new Note(new Text("Noted.", "已记录。"), false)
                : new Note(new Text("Somebody else has just noted one; please look again.", "刚有其他人记录过，请再看一下。"), true);
    }
}
