package dev.pledgedesk.systemtests.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Holds what was acknowledged against what is there: nothing is missing, nothing is there twice. */
public final class Ledger {

    private static final Duration SETTLED = Duration.ofSeconds(180);

    private final PatientClient reader;
    private final OwnerView database;

    /**
     * A look through the interface and past it.
     *
     * @param reader   may read everything of a vendor
     * @param database the rows below
     */
    public Ledger(PatientClient reader, OwnerView database) {
        this.reader = reader;
        this.database = database;
    }

    /** Waits until nothing is left to be done in the background. */
    public void settle() {
        await("all background work is done").atMost(SETTLED).pollInterval(Duration.ofMillis(200)).until(() -> database.ask(
                "select kind from due_work where due_at <= now() + interval '10 minutes' and (kind in ('mail', 'journal-seal') or kind like 'event/%')"), List::isEmpty);
    }

    /** One entry a step, sealed once, in a chain that holds. */
    public void journalHolds() {
        assertThat(database.ask("select subject_id || ' ' || action from journal_entry where action in ('ticket.created', 'ticket.replied')"
                + " group by subject_id, action having count(*) > 1")).as("steps that are journalled twice").isEmpty();
        assertThat(database.ask("select id from ticket t where not exists (select from journal_entry e where e.subject_id = t.id::text and e.action = 'ticket.created')"))
                .as("tickets without an entry").isEmpty();
        assertThat(database.ask("select e.id from journal_entry e left join journal_seal s on s.entry_id = e.id where s.entry_id is null")).as("unsealed").isEmpty();
        JsonNode verified = reader.post("/api/v1/journal-verifications", Map.of());
        assertThat(verified.path("intact").asBoolean()).as(verified.toString()).isTrue();
    }

    /** A confirmation and an answer for each ticket of the load, written once. */
    public void mailsAreWrittenOnce(List<Load.Filed> filed) {
        String customer = reader.get("/api/v1/tickets/" + filed.get(0).id()).path("requester").path("id").asText();
        assertThat(database.ask("select count(*) from outgoing_mail where person_id = '" + customer + "'")).containsExactly(Integer.toString(2 * filed.size()));
    }

    /** Compares all tickets of the load's customer with those of the load. */
    public void balance(Load load, List<Load.Filed> filed) {
        String customer = reader.get("/api/v1/tickets/" + filed.get(0).id()).path("requester").path("id").asText();
        List<String> subjects = new ArrayList<>();
        list("/api/v1/tickets?requesterId=" + customer + "&page%5Bsize%5D=100").forEach(t -> subjects.add(t.path("subject").asText()));
        assertThat(subjects).as("tickets of " + load.address()).containsExactlyInAnyOrderElementsOf(filed.stream().map(Load.Filed::subject).toList());
        filed.parallelStream().forEach(this::balance);
    }

    private void balance(Load.Filed ticket) {
        JsonNode messages = reader.get("/api/v1/tickets/" + ticket.id() + "/messages").path("items");
        assertThat(texts(messages, "body")).as("messages of " + ticket.subject()).isEqualTo(ticket.bodies());
        JsonNode files = messages.path(messages.size() - 1).path("attachments");
        assertThat(files.size()).as("files of " + ticket.subject()).isEqualTo(ticket.file() == null ? 0 : 1);
        if (ticket.file() != null) {
            assertThat(reader.bytes("/api/v1/attachments/" + files.path(0).path("id").asText() + "/content")).as("file of " + ticket.subject()).isEqualTo(ticket.file());
        }
        List<String> moves = new ArrayList<>();
        for (JsonNode change : reader.get("/api/v1/tickets/" + ticket.id() + "/history").path("items")) {
            if (change.path("field").asText().equals("status")) {
                moves.add(change.path("after").asText());
            }
        }
        // The first reply opens a ticket by itself.
        assertThat(moves).as("status changes of " + ticket.subject() + ", newest first").containsExactly("pending", "open");
    }

    private static List<String> texts(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false).map(item -> item.path(member).asText()).toList();
    }

    private List<JsonNode> list(String first) {
        List<JsonNode> all = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = reader.get(next);
            page.path("items").forEach(all::add);
            next = page.path("links").path("next").asText("");
        }
        return all;
    }
}
