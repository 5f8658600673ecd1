package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.BulkChange;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Belongings;
import dev.pledgedesk.systemtests.desk.Contract;
import dev.pledgedesk.systemtests.desk.Contract.Operation;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The wall between tenants, walked along the contract: for every operation that names something, what belongs to another tenant is answered exactly
 * like what never was. A new operation is covered without a change here, or fails because nothing of its kind is known.
 */
class TenantWallIT {

    private static final String NOT_FOUND = "404";
    private static final Set<String> KEYS = Set.of("noticeKey", "analysisKey", "month", "pluginId", "code", "course", "secret");
    private static final String PLACE = "place";

    private static Vendor own;
    private static Vendor foreign;
    private static Visitor visitor;
    private static Belongings ours;
    private static Belongings theirs;

    @BeforeAll
    static void makeThings() throws ApiException {
        own = Vendor.art();
        foreign = Vendor.appliance();
        visitor = own.staff(Vendor.EVERYTHING).visitor();
        ours = Belongings.of(own, visitor);
        theirs = Belongings.of(foreign, foreign.staff(Vendor.EVERYTHING).visitor());
    }

    @TestFactory
    Stream<DynamicTest> whatBelongsToAnotherTenantIsAsIfItNeverWas() {
        // A notice or a plugin is named by its key in the vendor's own configuration: there is none of another tenant's to name.
        return operations().filter(o -> !o.isOperators() && !o.pathIds().isEmpty() && o.pathIds().stream().noneMatch(KEYS::contains)).flatMap(o -> places(o).map(place -> dynamicTest(o.id() + " with foreign "
                + place, () -> {
                    assertThat(theirs.ids().keySet()).as("a thing for each path parameter").containsAll(places(o).flatMap(List::stream).toList());
                    for (Map<String, String> headers : headers(o)) {
                        for (Object body : bodies(o)) {
                            String absent = send(visitor, o, path(o, place, null), body, headers).shape();
                            String theirsInstead = send(visitor, o, path(o, place, theirs.ids()), body, headers).shape();
                            assertThat(theirsInstead).isEqualTo(absent);
                            if (body == bodies(o).get(0) && headers == headers(o).get(0)) {
                                assertThat(absent).startsWith(NOT_FOUND);
                            }
                        }
                    }
                })));
    }

    /** Each path parameter alone, then all of them. */
    private static Stream<List<String>> places(Operation o) {
        List<String> ids = o.pathIds().stream().filter(id -> !id.equals(PLACE)).toList();
        Stream<List<String>> single = ids.stream().map(List::of);
        return ids.size() == 1 ? single : Stream.concat(single, Stream.of(ids));
    }

    /** A path with our own things, and at some places others or, if they are null, such as nobody has. */
    private static String path(Operation o, List<String> places, Map<String, UUID> others) {
        Map<String, UUID> ids = new HashMap<>(ours.ids());
        places.forEach(place -> ids.put(place, others == null ? UUID.randomUUID() : others.get(place)));
        return path(o, ids);
    }

    private static String path(Operation o, Map<String, UUID> ids) {
        String path = Contract.ROOT + o.path().replace("{tenantKey}", "art-platform").replace("{noticeKey}", "product-news").replace("{analysisKey}", "fault-trends").replace("{month}", "2026-01")
                .replace("{pluginId}", "smart-appliance").replace("{pluginVersion}", "1.0.0").replace("{use}", "device").replace("{place}", "1").replace("{course}", "service-basics").replace("{secret}", "nobody-has-this-one");
        for (String name : o.pathIds()) {
            path = path.replace("{" + name + "}", String.valueOf(ids.get(name)));
        }
        return path + (o.id().equals("uploadAttachment") ? "?fileName=a.txt" : o.id().equals("findCustomers") ? "?contact=a@example.com" : o.id().equals("listDisposalMarks") ? "?kind=mail"
                : o.id().equals("draftBreachLetter") ? "?kind=notice" : o.id().equals("saveExamAnswer") || o.id().equals("submitExam") ? "?seat=" + UUID.randomUUID() : o.id().equals("getTrainingEffect") ? "?from=2026-01-01&to=2026-01-31" : o.id().equals("packTenant") ? "?transferKey=none" : o.id().equals("exportAnalysis") ? "?from=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z" : "");
    }

    /** The full set first; then without the version that was read, and with one that never was. */
    private static List<Map<String, String>> headers(Operation o) {
        Map<String, String> full = new HashMap<>();
        o.headers().forEach(name -> full.put(name, name.equals("If-Match") ? "\"1\"" : "00000000"));
        if (!full.containsKey("If-Match")) {
            return List.of(full);
        }
        Map<String, String> without = new HashMap<>(full);
        without.remove("If-Match");
        Map<String, String> stale = new HashMap<>(full);
        stale.put("If-Match", "\"4711\"");
        return List.of(full, without, stale);
    }

    /** The contract's example first, then one with a member that is not known. */
    private static List<Object> bodies(Operation o) {
        if (o.example() == null) {
            return java.util.Arrays.asList((Object) null);
        }
        Map<String, Object> odd = new HashMap<>();
        ((Map<?, ?>) o.example()).forEach((k, v) -> odd.put(k.toString(), v));
        odd.put("odd", 1);
        return List.of(o.example(), odd);
    }

    private static Answer send(Visitor who, Operation o, String path, Object body, Map<String, String> headers) {
        List<String> all = new ArrayList<>();
        headers.forEach((name, value) -> all.addAll(List.of(name, name.equals("Idempotency-Key") ? Vendor.newKey() : value)));
        if (o.bytes() != null) {
            all.addAll(List.of("Content-Type", o.bytes()));
        }
        return who.send(o.method(), path, o.bytes() != null ? "bytes" : body, all.toArray(String[]::new));
    }

    private static Answer call(Visitor who, Operation o) {
        return send(who, o, path(o, ours.ids()), bodies(o).get(0), headers(o).get(0));
    }

    private static Stream<Operation> operations() {
        return Contract.get().operations().stream();
    }

    @TestFactory
    Stream<DynamicTest> aTokenIsGoodOnItsOwnHostOnly() {
        Visitor elsewhere = visitor.on(foreign.guest().host());
        return operations().filter(o -> !o.isPublic() || o.id().equals("createTicket") || o.id().equals("uploadAttachment"))
                .map(o -> dynamicTest(o.id(), () -> assertThat(call(elsewhere, o).shape()).startsWith(NOT_FOUND)));
    }

    @TestFactory
    Stream<DynamicTest> withoutATokenEveryOperationAsksForOne() {
        return operations().filter(o -> !o.isPublic()).map(o -> dynamicTest(o.id(), () -> {
            Visitor nobody = (o.isOperators() ? Server.common().operator() : own.guest()).with(null);
            Answer answer = call(nobody, o);
            assertThat(answer.status()).as(answer.text()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }));
    }

    @TestFactory
    Stream<DynamicTest> whoLacksThePermissionIsRefused() {
        Visitor officer = own.staff("privacy-officer").visitor();
        Visitor agent = own.staff("agent").visitor();
        Visitor administrator = own.staff("tenant-administrator").visitor();
        return operations().filter(o -> !o.isPublic() && !o.isOperators() && !o.permission().equals("self")).map(o -> dynamicTest(o.id(), () -> {
            Visitor lacking = List.of("journal.read", "mail.read", "privacy.read", "privacy.manage").contains(o.permission()) ? agent : o.permission().equals("customer.read") ? administrator : officer;
            assertThat(call(lacking, o).status()).isEqualTo(403);
        }));
    }

    @TestFactory
    Stream<DynamicTest> customersGetNothingOfTheStaffs() throws ApiException {
        Visitor customer = own.byLink(own.mails().link(ours.mail(), 1));
        List<String> theirOwn = List.of("ticket.read", "ticket.reply", "ticket.write", "self", "public", "tenant.operate");
        return operations().filter(o -> !theirOwn.contains(o.permission())).map(o -> dynamicTest(o.id(), () -> assertThat(call(customer, o).status()).isEqualTo(403)));
    }

    @TestFactory
    Stream<DynamicTest> theOperatorsPartIsOnTheOperatorsHostOnly() {
        Visitor operator = Server.common().operator();
        return operations().filter(o -> !o.isPublic() && !o.permission().equals("self")).flatMap(o -> Stream.of(
                dynamicTest(o.id() + " with the operator's token on a tenant's host", () -> assertThat(call(operator.on(own.guest().host()), o).shape()).startsWith(NOT_FOUND)),
                dynamicTest(o.id() + " with a tenant's token on the operator's host", () -> assertThat(call(visitor.on(operator.host()), o).shape()).startsWith(NOT_FOUND)),
                dynamicTest(o.id() + " on the wrong host", () -> {
                    Visitor wrong = o.isOperators() ? visitor : operator;
                    assertThat(call(wrong, o).shape()).startsWith(NOT_FOUND);
                })));
    }

    @Test
    void anUnknownHostIsNobodys() {
        for (Operation o : Contract.get().operations()) {
            assertThat(call(visitor.on("nobody.localhost:" + Server.common().address().getPort()), o).shape()).as(o.id()).startsWith(NOT_FOUND);
        }
    }

    @Test
    void idsInsideBodiesAreGuardedAlike() {
        String ticket = Contract.ROOT + "/tickets/" + ours.ticket().getId();
        Map<String, Object> question = Map.of("type", "consultation", "subject", "s", "description", "d");
        asIfItNeverWas("POST", Contract.ROOT + "/tickets", with(question, "requester", Map.of("email", Vendor.newAddress())), "attachmentIds", theirs.file(), true);
        asIfItNeverWas("POST", Contract.ROOT + "/tickets", question, "requester.customerId", theirs.ids().get("customerId"), false);
        asIfItNeverWas("POST", ticket + "/messages", Map.of("body", "b"), "attachmentIds", theirs.file(), true);
        asIfItNeverWas("POST", ticket + "/messages", Map.of("body", "b"), "attachmentIds", theirs.ids().get("attachmentId"), true);
        asIfItNeverWas("PATCH", ticket, Map.of(), "assigneeId", theirs.ids().get("staffId"), false, "If-Match", "*");
        asIfItNeverWas("POST", ticket + "/merge", Map.of(), "intoTicketId", theirs.ids().get("ticketId"), false, "If-Match", "*");
        asIfItNeverWas("POST", ticket + "/links", Map.of("kind", "relates-to"), "ticketId", theirs.ids().get("ticketId"), false);
        asIfItNeverWas("POST", ticket + "/split", Map.of("subject", "s"), "messageId", theirs.messageId(), false);
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    private void asIfItNeverWas(String method, String path, Map<String, Object> body, String member, UUID id, boolean inList, String... headers) {
        UUID absent = UUID.randomUUID();
        Answer theirsInstead = sendWith(method, path, body, member, id, inList, headers);
        Answer never = sendWith(method, path, body, member, absent, inList, headers);
        assertThat(theirsInstead.status()).as(member + ": " + theirsInstead.text()).isIn(404, 422);
        assertThat(theirsInstead.shape().replace(id.toString(), "ID")).as(member).isEqualTo(never.shape().replace(absent.toString(), "ID"));
    }

    private Answer sendWith(String method, String path, Map<String, Object> body, String member, UUID id, boolean inList, String... headers) {
        Object value = inList ? List.of(id) : id.toString();
        int dot = member.indexOf('.');
        Map<String, Object> full = dot < 0 ? with(body, member, value) : with(body, member.substring(0, dot), Map.of(member.substring(dot + 1), value));
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Idempotency-Key", Vendor.newKey()));
        return visitor.send(method, path, full, all.toArray(String[]::new));
    }

    @Test
    void manyAtOnceAreGuardedEach() throws ApiException {
        UUID absent = UUID.randomUUID();
        UUID foreignTicket = theirs.ids().get("ticketId");
        var results = visitor.tickets().changeTickets(new BulkChange().ticketIds(List.of(foreignTicket, absent)).change(new TicketChange().addTagsItem("mine")),
                Vendor.newKey()).getItems();
        assertThat(results).allSatisfy(r -> assertThat(r.getDone()).isFalse());
        assertThat(results.get(0).getProblem()).isEqualTo(results.get(1).getProblem());
        assertThat(foreign.staff("agent").visitor().tickets().getTicket(foreignTicket).getTags()).isEmpty();
    }

    @Test
    void filtersAndSearchesReachNothingOfTheirs() throws ApiException {
        assertThat(TicketQuery.ALL.ofRequester(theirs.ids().get("customerId")).ids(visitor)).isEmpty();
        assertThat(TicketQuery.ALL.assignedTo(theirs.ids().get("staffId").toString()).ids(visitor)).isEmpty();
        assertThat(TicketQuery.search(theirs.ticket().getNumber()).ids(visitor)).isEmpty();
        assertThat(visitor.identity().findCustomers(theirs.mail()).getItems()).isEmpty();
        assertThat(visitor.journal().listJournal(theirs.ids().get("ticketId"), null, null).getItems()).isEmpty();
        assertThat(visitor.mails().listOutgoingMails(100, null).getItems()).noneMatch(m -> m.getTo().equals(theirs.mail()));
        assertThat(visitor.identity().listStaff(100, null).getItems()).noneMatch(s -> s.getId().equals(theirs.ids().get("staffId")));
        assertThat(visitor.identity().listApiClients().getItems()).noneMatch(c -> c.getId().equals(theirs.ids().get("clientId")));
        assertThat(visitor.views().listViews().getItems()).noneMatch(v -> v.getId().equals(theirs.ids().get("viewId")));
    }

    @Test
    void aCursorOfTheirsLeadsNowhereElse() throws ApiException {
        Drafts.filed(foreign, "one more");
        Visitor other = foreign.staff("agent").visitor();
        String cursor = TicketQuery.cursor(TicketQuery.ALL.pagesOf(1).page(other, null).getLinks().getNext());
        List<UUID> theirIds = TicketQuery.ALL.pagesOf(100).ids(other);
        assertThat(TicketQuery.ALL.pagesOf(100).page(visitor, cursor).getItems()).noneMatch(t -> theirIds.contains(t.getId()));
    }

    @Test
    void signInsAreTheTenantsOwn() throws ApiException {
        Vendor.Account account = own.staff("agent");
        assertThat(dev.pledgedesk.systemtests.desk.Refusal.of(() -> foreign.signIn(account.login(), account.password())).status()).isEqualTo(401);
        String link = own.mails().link(ours.mail(), 1);
        assertThat(dev.pledgedesk.systemtests.desk.Refusal.of(() -> foreign.byLink(link)).status()).isEqualTo(401);
    }
}
