package dev.pledgedesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.FieldKind;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.Priority;
import dev.pledgedesk.ticket.TicketDetails;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two people with the same form: fields that only one of them touched never meet. */
class TicketPropertiesTest {

    private static final List<Field> FIELDS = List.of(new Field("amount", new LocalizedText(Map.of("en", "Amount")), null, FieldKind.NUMBER, false, false, null,
            false, null, List.of(), null));

    private static TicketDetails ticket(String priority, List<String> tags) {
        return new TicketDetails(UUID.randomUUID(), "ART-2026-000001", "trading", null, "Crack", "open", StatusCategory.OPEN, priority, "portal",
                new TicketDetails.Person(UUID.randomUUID(), "Lin", false), null, "first-line", null, tags, Map.of("amount", new BigDecimal("1.28E+4")), List.of(), null, List.of(),
                List.of(), 1, Instant.EPOCH, Instant.EPOCH, 3, Set.of(), null, null);
    }

    /** The form as the page makes it, with some fields typed over. */
    private static MultivaluedHashMap<String, String> form(TicketDetails seen, String... typed) {
        var form = new MultivaluedHashMap<String, String>();
        TicketProperties.values(seen, seen.fields(), FIELDS).forEach((name, value) -> {
            form.putSingle(name, value);
            form.putSingle("was." + name, value);
        });
        for (int i = 0; i < typed.length; i += 2) {
            form.putSingle(typed[i], typed[i + 1]);
        }
        return form;
    }

    @Test
    void anUntouchedFormChangesNothing() {
        TicketDetails ticket = ticket("normal", List.of("a", "b"));
        assertThat(TicketProperties.sent(form(ticket), ticket, FIELDS).changed()).isEmpty();
    }

    @Test
    void whatAColleagueChangedStaysAsHeLeftIt() {
        var sent = TicketProperties.sent(form(ticket("normal", List.of()), "tags", "rush，frame"), ticket("urgent", List.of()), FIELDS);
        assertThat(sent.meeting()).isEmpty();
        assertThat(sent.change().priority()).isNull();
        assertThat(sent.change().tags()).containsExactly("rush", "frame");
    }

    @Test
    void theSameFieldMeetsAndKeepsWhatWasTyped() {
        var sent = TicketProperties.sent(form(ticket("normal", List.of()), "priority", "low"), ticket("urgent", List.of("new")), FIELDS);
        assertThat(sent.meeting()).containsExactly("priority");
        assertThat(sent.merged()).containsEntry("priority", "low").containsEntry("tags", "new");
    }

    @Test
    void bothWantingTheSameIsNoMeeting() {
        assertThat(TicketProperties.sent(form(ticket("normal", List.of()), "priority", "low"), ticket("low", List.of()), FIELDS).meeting()).isEmpty();
    }

    @Test
    void emptyClearsAndNumbersAreWrittenPlainly() {
        TicketDetails ticket = ticket("normal", List.of());
        assertThat(TicketProperties.values(ticket, ticket.fields(), FIELDS)).containsEntry("field.amount", "12800");
        var change = TicketProperties.sent(form(ticket, "field.amount", "", "team", "", "priority", "high"), ticket, FIELDS).change();
        assertThat(change.fields()).containsExactly(Map.entry("amount", ""));
        assertThat(change.team()).isEmpty();
        assertThat(change.priority()).isEqualTo(Priority.HIGH);
        assertThat(change.status()).isNull();
    }
}
