package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.plugins.appliance.Models.Model;
import dev.pledgedesk.plugins.appliance.Models.Serial;
import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.PluginContext;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The warranty of a device: from the day of purchase, or from the end of the time in which it was made if nobody knows that day. */
final class Warranty implements EntitlementLookup {

    private final Models models;
    private final PluginContext context;

    Warranty(Models models, PluginContext context) {
        this.models = models;
        this.context = context;
    }

    @Override
    public List<Entitlement> find(TicketSnapshot ticket) {
        Optional<String> written = ticket.field(models.field());
        if (written.isEmpty()) {
            return List.of();
        }
        return models.read(written.get()).map(serial -> of(serial, bought(ticket))).orElseGet(() -> List.of(new Entitlement(new Text("Warranty", "保修"), State.UNKNOWN, Optional.empty(), Optional.empty(),
                List.of(new Fact(new Text("Serial number", "机身编号"), new Text("none of ours", "不是我们的产品"))))));
    }

    private Optional<LocalDate> bought(TicketSnapshot ticket) {
        try {
            return ticket.field(models.bought()).map(LocalDate::parse);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private List<Entitlement> of(Serial serial, Optional<LocalDate> bought) {
        LocalDate from = bought.orElse(serial.latest());
        Model model = serial.model();
        List<Fact> facts = List.of(new Fact(new Text("Model", "型号"), Text.same(model.name())), new Fact(new Text("Made in", "生产时间"), Text.same(serial.made())),
                new Fact(new Text("Counted from", "起算"), bought.isPresent() ? new Text("the day of purchase", "购买日期") : new Text("the time in which it was made", "生产时间")));
        List<Entitlement> all = new ArrayList<>();
        all.add(covered(new Text("Warranty", "保修"), from, from.plusMonths(model.months()).minusDays(1), facts));
        if (model.extra() > 0) {
            all.add(covered(new Text("Extended warranty", "延保"), from.plusMonths(model.months()), from.plusMonths((long) model.months() + model.extra()).minusDays(1), List.of()));
        }
        return all;
    }

    private Entitlement covered(Text title, LocalDate from, LocalDate until, List<Fact> facts) {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), context.zone());
        State state = until.isBefore(from) ? State.NONE : today.isAfter(until) ? State.EXPIRED : State.VALID;
        return new Entitlement(title, state, Optional.of(from), Optional.of(until), facts);
    }
}
