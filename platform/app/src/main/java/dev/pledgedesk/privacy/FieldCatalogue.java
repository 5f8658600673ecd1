package dev.pledgedesk.privacy;

import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable.Field;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Every column of every tenant's table with its class, purposes, retention and readers; the record of processing activities is made of it. */
@ApplicationScoped
public class FieldCatalogue {

    /**
     * What is processed for one purpose.
     *
     * @param purpose what for
     * @param entries which data, by table
     */
    public record Activity(Purpose purpose, List<Entry> entries) {
    }

    /**
     * One kind of data in an activity.
     *
     * @param table table name
     * @param whose whom it is about
     * @param field class, retention and readers
     * @param custom the tenant's own field that stands in that column, null for a column of the platform's
     */
    public record Entry(String table, Whose whose, Field field, Custom custom) {

        /** What stands there as people say it. */
        public String name(Messages messages) {
            if (custom != null) {
                return custom.field().name().in(messages.locale());
            }
            String here = "privacy.column." + table + "." + field.column();
            return messages.text(messages.has(here) ? here : "privacy.column." + field.column());
        }
    }

    /** A field that the tenant has added to a type of ticket. */
    public record Custom(TicketType type, TicketSection.Field field) {
    }

    @Inject
    @Any
    Instance<PersonalDataHolder> holders;

    @Inject
    Tenants tenants;

    private final Map<String, Mask> masks = new HashMap<>();

    /** All tables, by name. */
    public List<FieldTable> tables() {
        return StreamSupport.stream(holders.spliterator(), false).flatMap(holder -> holder.tables().stream()).sorted(Comparator.comparing(FieldTable::name)).toList();
    }

    /** A value as it is shown to who has not opened it: in its column's mask, as it is where the column has none; null for null. */
    public String masked(String table, String column, String value) {
        Mask mask = masks.get(table + "." + column);
        return mask == null ? value : mask.apply(value);
    }

    @PostConstruct
    void gatherMasks() {
        tables().forEach(table -> table.fields().stream().filter(f -> f.mask() != null).forEach(f -> masks.put(table.name() + "." + f.column(), f.mask())));
    }

    /** The record of processing activities of the tenant of the request: the platform's columns and the tenant's own fields, purpose by purpose. */
    public List<Activity> activities() {
        return activities(tables(), tenants.config());
    }

    static List<Activity> activities(List<FieldTable> tables, TenantConfig config) {
        List<Activity> activities = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            List<Entry> entries = new ArrayList<>();
            for (FieldTable table : tables) {
                table.fields().stream().filter(f -> f.purposes().contains(purpose)).forEach(f -> entries.add(new Entry(table.name(), table.whose(), f, null)));
            }
            if (purpose == Purpose.SERVICE) {
                config.tickets().ticketTypes().forEach(type -> type.fields().forEach(f -> entries.add(custom(type, f))));
            }
            if (!entries.isEmpty()) {
                activities.add(new Activity(purpose, List.copyOf(entries)));
            }
        }
        return List.copyOf(activities);
    }

    private static Entry custom(TicketType type, TicketSection.Field field) {
        DataClass dataClass = field.sensitive() != null ? DataClass.SENSITIVE : field.personal() ? DataClass.PERSONAL : DataClass.ORDINARY;
        return new Entry("ticket", Whose.CUSTOMERS, new Field("fields", dataClass, Set.of(Purpose.SERVICE), Retention.WITH_TICKET,
                Set.of(Permission.TICKET_READ), !field.internal(), null), new Custom(type, field));
    }
}
