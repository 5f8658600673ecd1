package dev.pledgedesk.bench.data;

import dev.pledgedesk.bench.data.Sketch.Said;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.control.PersonKey;
import dev.pledgedesk.privacy.control.TenantKeys;
import dev.pledgedesk.ticket.control.SearchText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Some tickets of one tenant with everything that belongs to them, as rows of every table the application would have written to. */
final class TicketRows {

    private static final Pattern TAG = Pattern.compile("\"([^\"]*)\"");

    private final Map<String, Rows> tables = new LinkedHashMap<>();
    private final int tenant;
    private final UUID tenantId;
    private final List<UUID> staff;
    private final TenantKeys keys;
    private final Form form;

    TicketRows(int tenant, UUID tenantId, List<UUID> staff, TenantKeys keys, Form form) {
        this.tenant = tenant;
        this.tenantId = tenantId;
        this.staff = staff;
        this.keys = keys;
        this.form = form;
    }

    int tenant() {
        return tenant;
    }

    private Rows table(String name, String columns) {
        return tables.computeIfAbsent(name + " (tenant_id, " + columns + ")", t -> new Rows()).add(tenantId);
    }

    /** A customer, with a name and without contacts: nobody writes to invented people. */
    void customer(int number) {
        UUID id = Sketch.customerId(tenant, number);
        var random = new SplittableRandom(number);
        table("desk_keys.person_key", "person_id, wrapped, created_at").add(id).add(keys.wrap(id, Sketch.customerKey(tenant, number))).add("2024-01-01T00:00:00Z").end();
        table("customer", "id, name, locale, created_at, version").add(id)
            .add(sealed(key(number), "customer", "name", id, number % 2 == 0 ? "客户" + Words.rareZh(random) : "Customer " + Words.rareEn(random)))
            .add(number % 2 == 0 ? "zh-CN" : "en").add("2024-01-01T00:00:00Z").add(1).end();
    }

    /** A ticket. */
    void ticket(int index) {
        Sketch t = Sketch.of(tenant, index);
        UUID customer = Sketch.customerId(tenant, t.customer());
        PersonKey key = key(t.customer());
        UUID assignee = t.assignee() < 0 || staff.isEmpty() ? null : staff.get(t.assignee() % staff.size());
        table("ticket", "id, number, type, category, status, status_category, priority, channel, subject, requester_id, assignee_id, team, department, tags, tag_list,"
            + " fields, config_version, created_at, updated_at, version").add(t.id()).add(t.number()).add(t.type()).add(t.category()).add(t.status())
            .add(t.statusCategory()).add(t.priority()).add("portal").add(sealed(key, "ticket", "subject", t.id(), t.subject())).add(customer).add(assignee)
            .add(t.team()).add(t.department()).add(tokens(t.tags())).add(t.tags().equals("[]") ? null : sealed(key, "ticket", "tag_list", t.id(), t.tags()))
            .add(sealed(key, "ticket", "fields", t.id(), t.fields())).add(1).add(t.created()).add(t.updated())
            .add(t.said().size()).end();
        for (Said said : t.said()) {
            message(t, customer, key, assignee, said);
        }
        happened(t, customer, key, assignee);
    }

    private void message(Sketch t, UUID customer, PersonKey key, UUID assignee, Said said) {
        boolean byCustomer = said.byCustomer() || assignee == null;
        table("message", "id, ticket_id, kind, author_kind, author_id, channel, body, created_at").add(said.id()).add(t.id())
            .add(said.internal() ? "internal-note" : "public-reply").add(byCustomer ? "customer" : "staff").add(byCustomer ? customer : assignee)
            .add("portal").add(sealed(key, "message", "body", said.id(), said.body())).add(said.at()).end();
        table("search_document", "id, ticket_id, requester_id, internal, tokens").add(said.id()).add(t.id()).add(customer).add(said.internal())
            .add(SearchText.document(word -> form.token(keys, word), t.subject(), t.number(), said.body())).end();
    }

    /** History, journal and events: a row for the filing and one for the assignment. */
    private void happened(Sketch t, UUID customer, PersonKey key, UUID assignee) {
        var random = new SplittableRandom(t.id().getLeastSignificantBits());
        UUID entry = Sketch.version7(t.created().toEpochMilli(), random);
        table("journal_entry", "id, at, actor, action, subject_type, subject_id, after").add(entry).add(t.created()).add("customer/" + customer)
            .add("ticket.created").add("ticket").add(t.id().toString())
            .add("{\"number\":\"" + t.number() + "\",\"type\":\"" + t.type() + "\",\"channel\":\"portal\"}").end();
        table("outbox_event", "id, type, subject_id, occurred_at, actor, payload").add(Sketch.version7(t.created().toEpochMilli(), random)).add("ticket.created")
            .add(t.id()).add(t.created()).add("customer/" + customer).add("{\"ticketId\":\"" + t.id() + "\",\"number\":\"" + t.number() + "\"}").end();
        if (assignee != null) {
            UUID change = Sketch.version7(t.updated().toEpochMilli(), random);
            table("ticket_change", "id, ticket_id, at, actor_kind, actor_id, field, after").add(change).add(t.id()).add(t.updated()).add("staff").add(assignee)
                .add("assignee").add(sealed(key, "ticket_change", "after", change, assignee.toString())).end();
        }
    }

    private PersonKey key(int customer) {
        return new PersonKey(tenantId, Sketch.customerKey(tenant, customer));
    }

    /** A JSON list of tags as a JSON list of what they are found by. */
    private String tokens(String tags) {
        return TAG.matcher(tags).replaceAll(tag -> '"' + form.token(keys, "tag " + tag.group(1)) + '"');
    }

    private byte[] sealed(PersonKey key, String table, String column, UUID row, String value) {
        return form.of(key, new Place(table, column, row), value.getBytes(StandardCharsets.UTF_8));
    }

    /** Loads all rows, tables that are referred to first. */
    void copy(Connection owner) throws SQLException, IOException {
        for (var table : tables.entrySet()) {
            owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue().bytes()));
        }
    }
}
