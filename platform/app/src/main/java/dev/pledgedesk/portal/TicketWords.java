package dev.pledgedesk.portal;

import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.FieldKind;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in a customer's words what a ticket holds as keys. */
@RequestScoped
public class TicketWords {

    /** A custom field with its value. */
    public record Fact(String name, String value) {
    }

    @Inject
    Tenants tenants;

    @Inject
    Site site;

    /** A row of a list. Rows do not tell their configuration version, so the running one names them, or the platform where it no longer can. */
    TicketLine line(TicketSummary t) {
        TenantConfig config = tenants.config();
        return new TicketLine(t.id(), t.number(), t.subject(), typeName(config, t.type()), statusName(config, t.type(), t.status(), t.statusCategory()),
                t.statusCategory(), t.updatedAt());
    }

    /** The status of a ticket by the configuration it was made under. */
    String status(TicketDetails t) {
        return statusName(tenants.config(t.configVersion()), t.type(), t.status(), t.statusCategory().key());
    }

    /** The type of a ticket by the configuration it was made under. */
    String type(TicketDetails t) {
        return typeName(tenants.config(t.configVersion()), t.type());
    }

    /** The category of a ticket, null if it has none. */
    String category(TicketDetails t) {
        return t.category() == null ? null : tenants.config(t.configVersion()).tickets().categories().stream().filter(c -> c.key().equals(t.category()))
                .map(c -> site.text(c.name())).findFirst().orElse(t.category());
    }

    /** The custom fields that have a value, in the order of the form. */
    List<Fact> facts(TicketDetails t) {
        List<Fact> facts = new ArrayList<>();
        Map<String, Object> values = t.fields();
        tenants.config(t.configVersion()).ticketType(t.type()).map(TicketType::fields).orElse(List.of()).stream().filter(f -> !f.internal())
                .filter(f -> values.get(f.key()) != null).forEach(f -> facts.add(new Fact(site.text(f.name()), value(f, values.get(f.key())))));
        return facts;
    }

    private String value(Field field, Object value) {
        String text = value.toString();
        if (field.kind() == FieldKind.CHOICE) {
            return field.choices().stream().filter(c -> c.key().equals(text)).map(c -> site.text(c.name())).findFirst().orElse(text);
        } else if (field.kind() == FieldKind.BOOLEAN) {
            return site.text(Boolean.parseBoolean(text) ? "portal.yes" : "portal.no");
        } else if (field.kind() == FieldKind.DATE) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(site.locale()).format(LocalDate.parse(text));
        } else if (field.kind() == FieldKind.NUMBER) {
            NumberFormat format = NumberFormat.getInstance(site.locale());
            format.setMaximumFractionDigits(10);
            return format.format(new BigDecimal(text));
        }
        return text;
    }

    private String typeName(TenantConfig config, String type) {
        return config.ticketType(type).map(t -> site.text(t.name())).orElse(type);
    }

    private String statusName(TenantConfig config, String type, String status, String category) {
        return config.workflowOf(type).status(status).map(s -> site.text(s.name())).orElseGet(() -> site.text("portal.status." + category));
    }
}
