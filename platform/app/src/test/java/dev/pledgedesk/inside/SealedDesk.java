package dev.pledgedesk.inside;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.KeyRotation;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.control.Configurations;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketChanges;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketFiling;
import dev.pledgedesk.ticket.TicketFilter;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;

/** Desks with a ticket or two, and ways to look at them as an officer, as the database's owner and as a worker. */
public abstract class SealedDesk {

    static final Caller.Identity OFFICER = new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(),
            EnumSet.of(Permission.TICKET_READ, Permission.TICKET_CREATE, Permission.TICKET_WRITE, Permission.PRIVACY_READ, Permission.PRIVACY_MANAGE), null, null);
    static final UUID NIL = new UUID(0, 0);
    static final UUID END = new UUID(-1, -1);

    @Inject
    Configurations configurations;

    @Inject
    TenantDesk tenants;

    @Inject
    TenantScope scope;

    @Inject
    Caller caller;

    @Inject
    TicketFiling filing;

    @Inject
    TicketReading reading;

    @Inject
    TicketChanges changes;

    @Inject
    Attachments attachments;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Customers customers;

    @Inject
    Erasures erasures;

    @Inject
    KeyRotation rotation;

    @Inject
    @Any
    Instance<DueWorker> workers;

    @Inject
    Step step;

    @Inject
    MovableClock clock;

    @Inject
    @ConfigProperty(name = "pledgedesk.keys")
    String keys;

    @AfterEach
    void setClockRight() {
        if (clock != null) {
            clock.setRight();
        }
    }

    <T> T as(TenantId tenant, Supplier<T> work) {
        return scope.call(tenant, () -> {
            caller.identify(OFFICER);
            return work.get();
        });
    }

    TenantId desk(String key) {
        return SmallDesk.configured(configurations, tenants, key);
    }

    static NewTicket draft(String mark, List<UUID> files) {
        return new NewTicket("question", null, "Subject " + mark, "The boiler of " + mark + " 热水器不出热水", null, null,
                new Requester(null, "Name " + mark, mark + "@example.com", "+49301234" + Math.abs(mark.hashCode() % 1000), "en"), Map.of(), List.of("tag-" + mark), files, "crm:" + mark);
    }

    TicketDetails file(TenantId tenant, String mark) {
        return as(tenant, () -> {
            UUID upload = attachments.upload(mark + ".txt", new ByteArrayInputStream(("content of " + mark).getBytes(StandardCharsets.UTF_8))).id();
            return filing.file(draft(mark, List.of(upload))).ticket();
        });
    }

    List<UUID> found(TenantId tenant, String words) {
        return as(tenant, () -> reading.page(new TicketFilter(words, null, List.of(), null, null, null, null, null, null, false, null, null, null, null), PageRequest.first(20)).items().stream()
                .map(t -> t.id()).toList());
    }

    String body(TenantId tenant, UUID ticket) {
        return as(tenant, () -> reading.messages(ticket, PageRequest.first(1)).items().get(0).body());
    }

    String content(TenantId tenant, UUID ticket) {
        return as(tenant, () -> {
            UUID file = reading.messages(ticket, PageRequest.first(1)).items().get(0).attachments().get(0).id();
            var out = new ByteArrayOutputStream();
            try {
                attachments.write(attachments.get(file), out);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    void work(TenantId tenant, String kind, UUID id) {
        work(tenant, kind, List.of(id));
    }

    void work(TenantId tenant, String kind, List<UUID> ids) {
        DueWorker worker = workers.stream().filter(w -> w.kind().equals(kind)).findFirst().orElseThrow();
        scope.run(tenant, () -> {
            if (worker.ownTransactions()) {
                worker.work(ids);
                return;
            }
            step.run(() -> worker.work(ids));
        });
    }

    /** Every row of every table as text, in which bytes are hexadecimal. */
    static List<String> dump() {
        return OwnerSql.read("select table_schema || '.' || table_name from information_schema.tables where table_schema in ('desk', 'desk_keys') and table_type = 'BASE TABLE'").stream()
                .flatMap(table -> OwnerSql.read("select '" + table + " ' || t::text from " + table + " t").stream()).toList();
    }

    /** Rows in which a text can be read. */
    static List<String> leaks(String text) {
        return dump().stream().filter(row -> row.toLowerCase(Locale.ROOT).contains(text) || row.contains(hex(text))).toList();
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
