package dev.pledgedesk.plugins.art;

import dev.pledgedesk.plugins.art.Register.Licence;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may use the artwork of a ticket, how and how long. */
final class Licences implements EntitlementLookup {

    private static final Map<Register.Use, Text> USES = Map.of(Register.Use.DISPLAY, new Text("Display", "展示"), Register.Use.PRINT, new Text("Prints", "印制"), Register.Use.MERCHANDISE, new Text("Merchandise", "衍生品"),
            Register.Use.ADVERTISING, new Text("Advertising", "广告"), Register.Use.ALL, new Text("All uses", "全部用途"));

    private final Register register;
    private final PluginContext context;

    Licences(Register register, PluginContext context) {
        this.register = register;
        this.context = context;
    }

    @Override
    public List<Entitlement> find(TicketSnapshot ticket) {
        return register.find(ticket.field(register.certificateField()), ticket.field(register.titleField())).map(a -> a.licences().stream().map(this::licence).toList()).orElse(List.of());
    }

    private Entitlement licence(Licence licence) {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), context.zone());
        State state = today.isBefore(licence.first()) ? State.NONE : licence.last().filter(today::isAfter).isPresent() ? State.EXPIRED : State.VALID;
        return new Entitlement(USES.get(licence.use()), state, Optional.of(licence.first()), licence.last(), List.of(new Fact(new Text("Holder", "被授权方"), Text.same(licence.holder()))));
    }
}
