package dev.pledgedesk.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pledgedesk.audit.control.Sealer;
import dev.pledgedesk.audit.entity.JournalEntry;
import dev.pledgedesk.audit.entity.JournalEntries;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.ConfigApplied;
import dev.pledgedesk.tenancy.TenantArrived;
import dev.pledgedesk.tenancy.TenantClosed;
import dev.pledgedesk.tenancy.TenantExported;
import dev.pledgedesk.tenancy.TenantStateChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Writes journal entries; each is part of the transaction of what it tells. Personal values must be left out or sealed by the caller. */
@ApplicationScoped
public class Journal {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /**
     * What an entry tells.
     *
     * @param actor       who, such as {@code staff/<id>}
     * @param action      what, such as {@code ticket.changed}
     * @param subjectType kind of record
     * @param subjectId   which record, may be null
     * @param before      values before, may be empty
     * @param after       values after, may be empty
     * @param reason      why, may be null
     */
    public record Entry(String actor, String action, String subjectType, String subjectId, Map<String, ?> before, Map<String, ?> after, String reason) {

        public Entry(String actor, String action, String subjectType, Object subjectId, Map<String, ?> after) {
            this(actor, action, subjectType, subjectId == null ? null : subjectId.toString(), Map.of(), after, null);
        }
    }

    @Inject
    JournalEntries entries;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    @Inject
    RequestTrace trace;

    /** Writes an entry for the tenant of the request. */
    public void write(Entry entry) {
        var row = entries.add(new JournalEntry(Ids.next(), clock.now(), entry, json(entry.before()), json(entry.after()), trace.requestId()));
        dueWork.now(Sealer.KIND, row.id());
    }

    void configApplied(@Observes ConfigApplied event) {
        write(new Entry(event.by(), "configuration.applied", "configuration", event.version(),
                Map.of("digest", event.digest(), "changes", event.changes())));
    }

    void stateChanged(@Observes TenantStateChanged event) {
        write(new Entry(event.by(), event.active() ? "tenant.resumed" : "tenant.suspended", "tenant", event.tenant().toString(), Map.of(), Map.of(),
                event.reason()));
    }

    void closed(@Observes TenantClosed event) {
        write(new Entry(event.by(), "tenant.closed", "tenant", event.tenant().toString(), Map.of(), Map.of(), event.reason()));
    }

    void exported(@Observes TenantExported event) {
        write(new Entry(event.by(), "tenant.exported", "tenant", event.tenant().toString(), event.transferKey() == null ? Map.of() : Map.of("transferKey", event.transferKey())));
    }

    void arrived(@Observes TenantArrived event) {
        write(new Entry(event.by(), "tenant.arrived", "tenant", event.tenant().toString(), Map.of("rows", event.rows())));
    }

    private static JsonNode json(Map<String, ?> values) {
        return values.isEmpty() ? null : JSON.valueToTree(values);
    }
}
