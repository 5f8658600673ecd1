package dev.pledgedesk.ticket.control;

import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which custom fields are about a person, by the configuration that a ticket was made under and by that of today: what is personal now is so in old tickets, too. */
@ApplicationScoped
public class FieldClasses {

    @Inject
    Tenants tenants;

    /** Keys of fields that are taken with consent only, where the vendor asks for one. */
    Set<String> sensitive(TicketType type) {
        return keys(type, f -> f.sensitive() != null);
    }

    /** Keys of fields that nobody inside sees without a purpose; sensitive ones among them. */
    public Set<String> personal(TicketType type) {
        return keys(type, f -> f.personal() || f.sensitive() != null);
    }

    private Set<String> keys(TicketType type, Predicate<Field> such) {
        return Stream.concat(type.fields().stream(), tenants.config().ticketType(type.key()).stream().flatMap(now -> now.fields().stream())).filter(such).map(Field::key).collect(Collectors.toSet());
    }
}
