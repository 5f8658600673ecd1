package dev.pledgedesk.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.appraisal.entity.AppraisalFields;
import dev.pledgedesk.breach.entity.BreachFields;
import dev.pledgedesk.complaint.entity.ComplaintFields;
import dev.pledgedesk.database.Roles;
import dev.pledgedesk.idempotency.entity.RequestFields;
import dev.pledgedesk.identity.entity.IdentityFields;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.notification.entity.MailFields;
import dev.pledgedesk.notification.entity.NoticeFields;
import dev.pledgedesk.promise.entity.PromiseFields;
import dev.pledgedesk.privacy.DataClass;
import dev.pledgedesk.privacy.FieldCatalogue.Entry;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.FieldTable.Field;
import dev.pledgedesk.privacy.FoundationFields;
import dev.pledgedesk.plugin.entity.PluginFields;
import dev.pledgedesk.quality.entity.QualityFields;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.roster.entity.RosterFields;
import dev.pledgedesk.ticket.entity.TicketFields;
import dev.pledgedesk.training.entity.TrainingFields;
import dev.pledgedesk.inbound.entity.InboundFields;
import dev.pledgedesk.webhook.entity.WebhookFields;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each column of each tenant's table has said what it is to a person, and nothing personal stands in a column that could be read at a glance. */
class FieldClassesTest {

    private static final List<PersonalDataHolder> HOLDERS = List.of(new FoundationFields(), new IdentityFields(), new MailFields(), new TicketFields(), new RequestFields(), new BreachFields(),
            new PromiseFields(), new NoticeFields(), new ComplaintFields(), new QualityFields(), new PluginFields(), new WebhookFields(), new InboundFields(), new TrainingFields(), new RosterFields(), new AppraisalFields());

    /**
     * Personal, or perhaps so, but not bytes that only keys could open: hashes of the form that their library gives, keyed tokens that words are found by, and facts of
     * journal and events, which hold keys, ids and names of columns. May shrink, never grow.
     */
    private static final Set<String> NOT_SEALED = Set.of("staff.password_hash", "api_client.secret_hash", "search_document.tokens", "ticket.tags", "customer.name_tokens",
            "journal_entry.before", "journal_entry.after", "journal_entry.reason", "outbox_event.payload");

    @Test
    void everyColumnIsDeclaredAndNothingElse() throws SQLException {
        assertThat(differences(columns())).isEmpty();
    }

    @Test
    void aNewColumnOrTableIsFound() throws SQLException {
        try (Connection connection = TestDatabase.connect(Roles.SUPERUSER)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("alter table ticket add column leak text");
                statement.execute("create table leak (tenant_id uuid primary key)");
                statement.execute("call guard_tenant_table('leak')");
                statement.execute("alter table customer drop column locale");
                assertThat(differences(columns(connection))).containsExactlyInAnyOrder("ticket.leak has no class", "leak.tenant_id has no class", "customer.locale is declared but not there");
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void whatIsPersonalIsBytes() throws SQLException {
        Map<String, String> types = columns();
        List<String> readable = declared().entrySet().stream().filter(e -> e.getValue().dataClass().compareTo(DataClass.PERSONAL) >= 0)
                .map(Map.Entry::getKey).filter(column -> !"bytea".equals(types.get(column)) && !NOT_SEALED.contains(column)).toList();
        assertThat(readable).isEmpty();
        assertThat(NOT_SEALED).as("what is sealed by now leaves the list").allMatch(column -> declared().get(column).dataClass().compareTo(DataClass.PERSONAL) >= 0 && !"bytea".equals(types.get(column)));
    }

    @Test
    void everythingHasAName() {
        for (Messages messages : List.of(Messages.in("en"), Messages.in("zh-CN"))) {
            tables().filter(t -> t.fields().stream().anyMatch(f -> f.dataClass() != DataClass.NONE)).forEach(table -> {
                assertThat(messages.text("privacy.table." + table.name())).isNotBlank();
                assertThat(messages.text("privacy.whose." + table.whose().key())).isNotBlank();
                table.fields().stream().filter(f -> f.dataClass() != DataClass.NONE).forEach(f -> {
                    assertThat(new Entry(table.name(), table.whose(), f, null).name(messages)).isNotBlank();
                    assertThat(messages.text("privacy.retention." + f.retention().key())).isNotBlank();
                    assertThat(messages.text("privacy.class." + f.dataClass().key())).isNotBlank();
                    f.purposes().forEach(p -> assertThat(messages.text("privacy.purpose." + p.key() + ".about")).isNotBlank());
                    f.seenBy().forEach(p -> assertThat(messages.text("console.permission." + p.key())).isNotBlank());
                });
            });
        }
    }

    @Test
    void whatIsAboutAPersonHasPurposeAndRetention() {
        assertThat(declared().values()).filteredOn(f -> f.dataClass() != DataClass.NONE).allSatisfy(f -> {
            assertThat(f.purposes()).isNotEmpty();
            assertThat(f.retention()).isNotNull();
        }).hasSizeGreaterThan(80);
    }

    private static Map<String, Field> declared() {
        Map<String, Field> declared = new TreeMap<>();
        tables().forEach(table -> table.fields().forEach(f -> declared.put(table.name() + "." + f.column(), f)));
        return declared;
    }

    private static Stream<FieldTable> tables() {
        return HOLDERS.stream().flatMap(h -> h.tables().stream());
    }

    private static List<String> differences(Map<String, String> there) {
        Map<String, Field> declared = declared();
        List<String> differences = new ArrayList<>();
        there.keySet().stream().filter(c -> !declared.containsKey(c)).forEach(c -> differences.add(c + " has no class"));
        declared.keySet().stream().filter(c -> !there.containsKey(c)).forEach(c -> differences.add(c + " is declared but not there"));
        return differences;
    }

    private static Map<String, String> columns() throws SQLException {
        try (Connection connection = TestDatabase.connect(Roles.SUPERUSER)) {
            return columns(connection);
        }
    }

    private static Map<String, String> columns(Connection connection) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select c.relname || '.' || a.attname, format_type(a.atttypid, null)
                  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relnamespace in ('desk'::regnamespace, 'desk_keys'::regnamespace) and c.relkind = 'r' and c.relrowsecurity""")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }
}
