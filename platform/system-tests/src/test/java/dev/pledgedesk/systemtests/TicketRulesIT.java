package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.BulkChange;
import dev.pledgedesk.client.model.BulkItem;
import dev.pledgedesk.client.model.Macro;
import dev.pledgedesk.client.model.NewView;
import dev.pledgedesk.client.model.Priority;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.client.model.View;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules around a ticket: versions, workflows, many at once, views and macros, and bodies that say too much. */
class TicketRulesIT {

    private final Vendor art = Vendor.art();
    private final Vendor.Account agent = art.staff("agent");
    private final Visitor desk = agent.visitor();

    @Test
    void aWriteNamesTheVersionThatWasRead() throws ApiException {
        Ticket filed = Drafts.filed(art, "versions");
        String path = "/api/v1/tickets/" + filed.getId();
        Answer read = desk.send("GET", path, null);
        assertThat(read.header("ETag")).isEqualTo("\"" + filed.getVersion() + "\"");

        Answer missing = desk.send("PATCH", path, Map.of("priority", "high"));
        assertThat(missing.status()).isEqualTo(428);
        assertThat(missing.refusal().detail()).contains("If-Match");
        Answer first = desk.send("PATCH", path, Map.of("priority", "high"), "If-Match", read.header("ETag"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(read.header("ETag"));
        Answer stale = desk.send("PATCH", path, Map.of("priority", "low"), "If-Match", read.header("ETag"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(desk.send("PATCH", path, Map.of("priority", "low"), "If-Match", "\"nonsense\"").status()).isEqualTo(412);
        assertThat(desk.tickets().getTicket(filed.getId()).getPriority()).isEqualTo(Priority.HIGH);
        Answer created = desk.send("POST", "/api/v1/tickets", Map.of("type", "consultation", "subject", "s", "description", "d", "requester",
                Map.of("email", Vendor.newAddress())), "Idempotency-Key", Vendor.newKey());
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("http://" + desk.host() + "/api/v1/tickets/" + created.json().path("id").asText());
    }

    @Test
    void theWorkflowAllowsOnlyItsMoves() throws ApiException {
        Ticket filed = Drafts.filed(art, "workflow");
        Refusal unknown = Refusal.of(() -> change(filed, new TicketChange().status("sleeping")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.pointers()).containsExactly("/status");
        Refusal notNext = Refusal.of(() -> change(filed, new TicketChange().status("closed")));
        assertThat(notNext.about("/status")).contains("closed").contains("new");
        assertThat(Refusal.of(() -> change(filed, new TicketChange().team("no-team"))).pointers()).containsExactly("/team");
        assertThat(Refusal.of(() -> change(filed, new TicketChange().category("no-category"))).pointers()).containsExactly("/category");
        assertThat(Refusal.of(() -> change(filed, new TicketChange().assigneeId("nobody"))).pointers()).containsExactly("/assigneeId");
        assertThat(desk.tickets().listHistory(filed.getId(), null, null).getItems()).as("a refused change leaves no trace").isEmpty();
    }

    @Test
    void whatTheContractDoesNotKnowIsRefusedByName() throws ApiException {
        Ticket filed = Drafts.filed(art, "strict");
        Answer unknown = desk.send("PATCH", "/api/v1/tickets/" + filed.getId(), Map.of("priority", "high", "colour", "red"), "If-Match", "\"" + filed.getVersion() + "\"");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.refusal().pointers()).containsExactly("/colour");
        Answer nested = art.guest().send("POST", "/api/v1/tickets", Map.of("type", "consultation", "subject", "s", "description", "d", "requester",
                Map.of("email", Vendor.newAddress(), "verified", true)), "Idempotency-Key", Vendor.newKey());
        assertThat(nested.status()).isEqualTo(400);
        assertThat(nested.refusal().pointers()).containsExactly("/requester/verified");
        for (String readOnly : List.of("id", "number", "version", "status", "tenantId")) {
            Answer answer = art.guest().send("POST", "/api/v1/tickets", Map.of("type", "consultation", "subject", "s", "description", "d", readOnly, "1"),
                    "Idempotency-Key", Vendor.newKey());
            assertThat(answer.status()).as(readOnly).isEqualTo(400);
            assertThat(answer.refusal().pointers()).containsExactly("/" + readOnly);
        }
        Answer several = art.guest().send("POST", "/api/v1/tickets", Map.of("type", "consultation", "subject", "", "description", "d".repeat(16001)),
                "Idempotency-Key", Vendor.newKey());
        assertThat(several.refusal().pointers()).containsExactlyInAnyOrder("/subject", "/description");
        assertThat(desk.send("POST", "/api/v1/tickets", "{\"type\": \"consultation\", ", "Idempotency-Key", Vendor.newKey()).status()).isEqualTo(400);
        assertThat(desk.send("POST", "/api/v1/tickets", "null", "Idempotency-Key", Vendor.newKey()).status()).isEqualTo(400);
        assertThat(desk.send("GET", "/api/v1/tickets?page%5Bsize%5D=101", null).refusal().status()).isEqualTo(400);
        assertThat(desk.send("GET", "/api/v1/tickets?sort=subject", null).status()).isEqualTo(400);
        assertThat(desk.send("GET", "/api/v1/tickets?priority=galactic", null).status()).isEqualTo(400);
    }

    @Test
    void manyAreChangedEachForItself() throws ApiException {
        Ticket one = Drafts.filed(art, "bulk one");
        Ticket two = Drafts.filed(art, "bulk two");
        UUID absent = UUID.randomUUID();
        Ticket solved = change(Drafts.filed(art, "bulk solved"), new TicketChange().status("solved"));
        List<BulkItem> results = desk.tickets().changeTickets(new BulkChange().ticketIds(List.of(one.getId(), absent, solved.getId(), two.getId()))
                .change(new TicketChange().status("pending").addTagsItem("exhibition")), Vendor.newKey()).getItems();
        assertThat(results).extracting(BulkItem::getTicketId).containsExactly(one.getId(), absent, solved.getId(), two.getId());
        assertThat(results).extracting(BulkItem::getDone).containsExactly(true, false, false, true);
        assertThat(results.get(1).getProblem()).isNotBlank();
        assertThat(results.get(2).getProblem()).contains("pending").contains("solved");
        assertThat(desk.tickets().getTicket(two.getId()).getTags()).containsExactly("exhibition");
        assertThat(desk.tickets().getTicket(solved.getId()).getTags()).as("all of it or nothing").isEmpty();
    }

    @Test
    void tagsNameTicketsAndAreFound() throws ApiException {
        String tag = "标签-" + UUID.randomUUID().toString().substring(0, 8);
        Ticket tagged = change(Drafts.filed(art, "tags"), new TicketChange().tags(List.of(tag, " vip ", "vip")));
        assertThat(tagged.getTags()).containsExactly(tag, "vip");
        assertThat(TicketQuery.ALL.tagged(tag).ids(desk)).containsExactly(tagged.getId());
        Ticket cleared = change(tagged, new TicketChange().tags(List.of()));
        assertThat(cleared.getTags()).isEmpty();
        assertThat(TicketQuery.ALL.tagged(tag).ids(desk)).isEmpty();
    }

    @Test
    void viewsAreOnesOwnUnlessShared() throws ApiException {
        Visitor colleague = art.staff("supervisor").visitor();
        View own = desk.views().createView(new NewView().name("Urgent").filter("statusCategory=open&priority=urgent"), Vendor.newKey());
        View shared = desk.views().createView(new NewView().name("全部待处理").filter("statusCategory=new").shared(true), Vendor.newKey());
        assertThat(desk.views().listViews().getItems()).extracting(View::getId).contains(own.getId(), shared.getId());
        assertThat(colleague.views().listViews().getItems()).extracting(View::getId).contains(shared.getId()).doesNotContain(own.getId());
        assertThat(Refusal.of(() -> colleague.views().deleteView(shared.getId())).status()).as("shared is not given away").isEqualTo(404);
        desk.views().deleteView(shared.getId());
        desk.views().deleteView(own.getId());
        assertThat(desk.views().listViews().getItems()).extracting(View::getId).doesNotContain(own.getId(), shared.getId());
    }

    @Test
    void macrosSpeakTheAgentsLanguage() throws ApiException {
        Macro english = macro(desk);
        Macro chinese = macro(desk.in("zh-CN"));
        assertThat(english.getStatus()).isEqualTo("pending");
        assertThat(english.getReply()).contains("photos");
        assertThat(chinese.getReply()).contains("照片");
    }

    private static Macro macro(Visitor who) throws ApiException {
        return who.views().listMacros().getItems().stream().filter(m -> m.getKey().equals("ask-for-photos")).findFirst().orElseThrow();
    }

    @Test
    void theActionsAreThoseOfTheCaller() throws ApiException {
        Ticket filed = Drafts.filed(art, "actions");
        JsonNode agents = desk.send("GET", "/api/v1/tickets/" + filed.getId(), null).json().path("actions");
        JsonNode inspectors = art.staff("quality-inspector").visitor().send("GET", "/api/v1/tickets/" + filed.getId(), null).json().path("actions");
        assertThat(agents.toString()).contains("reply", "note", "assign", "merge", "change-status");
        assertThat(inspectors).as("who may only read is offered nothing").isEmpty();
    }

    private Ticket change(Ticket ticket, TicketChange change) throws ApiException {
        return desk.tickets().changeTicket(ticket.getId(), change, "\"" + ticket.getVersion() + "\"");
    }
}
