package dev.pledgedesk.ticket.control;

import dev.pledgedesk.identity.Consents.Given;
import dev.pledgedesk.identity.Consents.Notice;
import dev.pledgedesk.identity.Consents.State;
import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.PrivacySection.Covers;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sensitive fields are taken with the customer's consent only, where the vendor has a notice for it, and shown to nobody inside once it is taken back. */
@ApplicationScoped
public class ConsentGate {

    @Inject
    Consents consents;

    @Inject
    Customers customers;

    @Inject
    FieldClasses classes;

    /**
     * Refuses sensitive values without consent.
     *
     * @param customer whose they are; null for somebody of whom nothing is known yet
     * @param given    what he consents to with this very ticket
     */
    void require(TicketType type, Map<String, Object> values, UUID customer, List<Given> given) {
        List<String> foreign = given.stream().map(Given::key).filter(key -> notices(null).stream().noneMatch(n -> n.key().equals(key)) || classes.sensitive(type).isEmpty()).toList();
        if (!foreign.isEmpty()) {
            throw Problem.unprocessable(new FieldError("/consents", "field.unknown-key", foreign.get(0)));
        }
        if (filled(type, values).isEmpty()) {
            return;
        }
        Set<String> now = given.stream().map(Given::key).collect(Collectors.toSet());
        List<FieldError> missing = notices(customer).stream().filter(n -> n.state() != State.GIVEN && !now.contains(n.key()))
                .map(n -> new FieldError("/consents/" + n.key(), "field.consent-needed", n.title())).toList();
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(missing);
        }
    }

    /** Refuses sensitive values that staff put into a ticket of somebody who has not consented; nobody can who is not known. */
    void requireForChange(TicketType type, Map<String, Object> values, UUID customer) {
        Set<String> filled = filled(type, values);
        if (!filled.isEmpty() && !customers.isAnonymous(customer) && notices(customer).stream().anyMatch(n -> n.state() != State.GIVEN)) {
            throw Problem.unprocessable(filled.stream().map(key -> new FieldError("/fields/" + key, "field.not-consented")).toList());
        }
    }

    private Set<String> filled(TicketType type, Map<String, Object> values) {
        return classes.sensitive(type).stream().filter(key -> values.get(key) != null && !"".equals(values.get(key))).collect(Collectors.toSet());
    }

    /** What a customer, or somebody of whom nothing is known yet (null), would have to consent to for a ticket of this type; empty where it has no sensitive field. */
    public List<Notice> asked(TicketType type, UUID customer) {
        return classes.sensitive(type).isEmpty() ? List.of() : notices(customer).stream().filter(n -> n.state() != State.GIVEN).toList();
    }

    /** Keys of fields that nobody inside may see any more. */
    Set<String> hidden(TicketType type, UUID customer) {
        Set<String> sensitive = classes.sensitive(type);
        return sensitive.isEmpty() || !consents.isWithdrawn(Covers.SENSITIVE, customer) ? Set.of() : sensitive;
    }

    private List<Notice> notices(UUID customer) {
        return consents.covering(Covers.SENSITIVE, customer);
    }
}
