package dev.pledgedesk.ticket.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.database.Roles;
import dev.pledgedesk.wall.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search function answers the same, whichever way it finds it: among the newest documents or by the index, beside another tenant with the same words. */
class SearchFunctionTest {

    private static final UUID TENANT = UUID.fromString("00000000-0000-0000-0000-00000000005a");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-00000000005b");
    private static final int TICKETS = 2_000;
    private static final int REQUESTERS = 7;
    /** A word stands in one of so many documents. */
    private static final int[] ONE_IN = {1, 3, 40, 400, 2_500};

    private record Document(UUID ticket, UUID requester, boolean internal, Set<String> words) {
    }

    private static final List<Document> DOCUMENTS = new ArrayList<>();

    @BeforeAll
    static void write() throws SQLException {
        var random = new SplittableRandom(5);
        try (Connection owner = TestDatabase.connect(Roles.SUPERUSER); var statement = owner.createStatement()) {
            // Documents only: what they refer to does not matter here.
            statement.execute("set session_replication_role = replica");
            try (var insert = owner.prepareStatement("insert into search_document (tenant_id, id, ticket_id, requester_id, internal, tokens) values (?, ?, ?, ?, ?, ?::tsvector)")) {
                for (int i = 0; i < TICKETS; i++) {
                    // One ticket with more documents than one step looks through.
                    int documents = i == TICKETS - 300 ? 1_100 : 1 + random.nextInt(3);
                    for (int d = 0; d < documents; d++) {
                        var words = new HashSet<String>();
                        for (int frequency : ONE_IN) {
                            if (random.nextInt(frequency) == 0) {
                                words.add("w" + frequency);
                            }
                        }
                        var document = new Document(ticket(i), requester(i % REQUESTERS), random.nextInt(4) == 0, words);
                        DOCUMENTS.add(document);
                        add(insert, TENANT, document);
                        if (i % 10 == 0) {
                            add(insert, OTHER, new Document(new UUID(ticket(i).getMostSignificantBits(), 7), document.requester(), false, Set.of("w1", "w3", "w40", "w400", "w2500", "w0")));
                        }
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private static void add(java.sql.PreparedStatement insert, UUID tenant, Document document) throws SQLException {
        insert.setObject(1, tenant);
        insert.setObject(2, UUID.randomUUID());
        insert.setObject(3, document.ticket());
        insert.setObject(4, document.requester());
        insert.setBoolean(5, document.internal());
        insert.setString(6, String.join(" ", document.words()));
        insert.addBatch();
    }

    private static UUID ticket(int number) {
        return new UUID(0x0190_0000_0000_7000L + ((long) number << 16), 0x8000_0000_0000_0000L);
    }

    private static UUID requester(int number) {
        return new UUID(9, number);
    }

    @ParameterizedTest
    @CsvSource({"w1, -1", "w3, -1", "w40, -1", "w400, -1", "w2500, -1", "w0, -1", "w3 & w40, -1", "!w3 & w400, -1", "w1, 2", "w3, 3", "w400, 0", "w0, 1"})
    void pagesAreThoseOfAPlainScan(String words, int requester) throws SQLException {
        UUID only = requester < 0 ? null : requester(requester);
        for (int atMost : new int[] {1, 51, 101}) {
            List<UUID> paged = new ArrayList<>();
            try (Connection application = TestDatabase.connect(Roles.APP)) {
                List<UUID> page;
                do {
                    page = search(application, words, only, paged.isEmpty() ? null : paged.get(paged.size() - 1), atMost);
                    assertThat(page).hasSizeLessThanOrEqualTo(atMost);
                    paged.addAll(page);
                } while (page.size() == atMost && paged.size() < 400);
            }
            List<UUID> scanned = scan(words, only);
            assertThat(paged).isEqualTo(scanned.subList(0, paged.size()));
            assertThat(paged.size() == scanned.size() || paged.size() >= 400).isTrue();
        }
    }

    private static List<UUID> search(Connection application, String words, UUID requester, UUID before, int atMost) throws SQLException {
        application.setAutoCommit(false);
        try (var tenant = application.prepareStatement("select set_config('app.tenant_id', ?, true)");
             var search = application.prepareStatement("select * from search_tickets(?::tsquery, ?, ?, ?)")) {
            tenant.setString(1, TENANT.toString());
            tenant.execute();
            search.setString(1, words);
            search.setObject(2, requester);
            search.setObject(3, before);
            search.setInt(4, atMost);
            List<UUID> ids = new ArrayList<>();
            try (var rows = search.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            application.commit();
            return ids;
        }
    }

    private static List<UUID> scan(String words, UUID requester) {
        return DOCUMENTS.stream().filter(d -> requester == null || d.requester().equals(requester) && !d.internal()).filter(d -> matches(d, words))
                .map(Document::ticket).distinct().sorted(Comparator.comparing(UUID::toString).reversed()).toList();
    }

    private static boolean matches(Document document, String words) {
        for (String word : words.split(" & ")) {
            if (document.words().contains(word.replace("!", "")) == word.startsWith("!")) {
                return false;
            }
        }
        return true;
    }
}
