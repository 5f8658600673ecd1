package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.Clock;
import dev.pledgedesk.client.model.Complaint;
import dev.pledgedesk.client.model.ComplaintCase;
import dev.pledgedesk.client.model.ComplaintEntry;
import dev.pledgedesk.client.model.ComplaintFault;
import dev.pledgedesk.client.model.ComplaintForm;
import dev.pledgedesk.client.model.ComplaintOutcome;
import dev.pledgedesk.client.model.ComplaintReason;
import dev.pledgedesk.client.model.ComplaintTexts;
import dev.pledgedesk.client.model.CorrectiveAction;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewComplaint;
import dev.pledgedesk.client.model.NewComplaintCase;
import dev.pledgedesk.client.model.NewComplaintException;
import dev.pledgedesk.client.model.NewComplaintMove;
import dev.pledgedesk.client.model.NewComplaintOpinion;
import dev.pledgedesk.client.model.NewComplaintSatisfaction;
import dev.pledgedesk.client.model.NewComplaintTicket;
import dev.pledgedesk.client.model.NewComplaintWord;
import dev.pledgedesk.client.model.NewCorrectiveAction;
import dev.pledgedesk.client.model.NewCorrectiveCheck;
import dev.pledgedesk.client.model.NewCorrectiveResult;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewOwnSatisfaction;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.SatisfactionReport;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The four ways of complaints that are delivered, each from its form to its archive, as their people go them through the client. */
class ComplaintIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key = "complaints-" + UUID.randomUUID().toString().substring(24);

    /** A tenant of one's own with a delivered folder. */
    private Vendor vendor(String folder) throws ApiException {
        Folder.of(folder).as(key, key + ".localhost").apply();
        return Vendor.at(key, key + ".localhost");
    }

    private static Complaint write(Visitor who, Complaint c, ComplaintForm form) throws ApiException {
        return who.complaints().writeComplaint(c.getId(), form, "\"" + who.complaints().getComplaint(c.getId()).getVersion() + "\"");
    }

    private static Complaint move(Visitor who, Complaint c, String to) throws ApiException {
        return who.complaints().moveComplaint(c.getId(), new NewComplaintMove().to(to), Vendor.newKey());
    }

    private static Complaint tell(Visitor who, Complaint c, NewComplaintWord.WhatEnum what) throws ApiException {
        return who.complaints().tellComplainant(c.getId(), new NewComplaintWord().what(what).text("This is how it stands.").channel(Channel.EMAIL), Vendor.newKey());
    }

    private static Complaint satisfied(Visitor who, Complaint c, boolean is) throws ApiException {
        return who.complaints().recordSatisfaction(c.getId(), new NewComplaintSatisfaction().satisfied(is).channel(Channel.PHONE).proof("Recording 17"), Vendor.newKey());
    }

    private static Map<String, String> clocks(Visitor who, Complaint c) throws ApiException {
        return who.complaints().listComplaintClocks(c.getId()).getItems().stream()
                .collect(java.util.stream.Collectors.toMap(Clock::getTarget, k -> k.getLimit() + " " + k.getState().getValue(), (a, b) -> b, java.util.TreeMap::new));
    }

    @Test
    void thePlatformsWay() throws ApiException {
        Vendor art = vendor("art-platform");
        Visitor agent = art.newStaff("agent").visitor();
        Visitor relations = art.newStaff("customer-relations").visitor();
        Visitor manager = art.newStaff("manager").visitor();
        Visitor finance = art.newStaff(new NewStaffMember().roles(List.of("department-handler")).department("finance")).visitor();
        Visitor legal = art.newStaff(new NewStaffMember().roles(List.of("department-handler")).department("legal")).visitor();
        String mail = Vendor.newAddress();
        Ticket ticket = Drafts.filed(art, mail, "Where is my refund");
        String link = art.mails().link(mail, 1);

        assertThat(Refusal.of(() -> agent.complaints().fileComplaint(new NewComplaint().form(new ComplaintForm()), Vendor.newKey())).pointers()).containsExactly("/ticketId");
        assertThat(Refusal.of(() -> agent.complaints().fileComplaint(new NewComplaint().ticketId(ticket.getId()).form(new ComplaintForm()), Vendor.newKey())).pointers()).containsExactly("/texts/content");
        assertThat(Refusal.of(() -> finance.complaints().getComplaint(UUID.randomUUID())).status()).isEqualTo(403);
        Complaint c = agent.complaints().fileComplaint(new NewComplaint().ticketId(ticket.getId()).receivedAt(Instant.now().minusSeconds(1)).channel(Channel.PHONE)
                .form(new ComplaintForm().severity("serious").texts(new ComplaintTexts().content("The refund is late.").apology("Sorry."))), Vendor.newKey());
        assertThat(clocks(agent, c)).containsExactlyInAnyOrderEntriesOf(Map.of("dispatch", "PT12H running", "result", "P1D running", "satisfied", "P7D running"));
        assertThat(Refusal.of(() -> agent.complaints().fileComplaint(new NewComplaint().ticketId(ticket.getId()).form(new ComplaintForm().texts(new ComplaintTexts().content("Again"))), Vendor.newKey())).status()).isEqualTo(409);
        Refusal early = Refusal.of(() -> move(agent, c, "verifying"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.pointers()).containsExactlyInAnyOrder("/desired-outcome", "/asked");
        assertThat(Refusal.of(() -> move(agent, c, "archived")).status()).as("missing things first, and never without a word of the customer").isIn(409, 422);

        write(agent, c, new ComplaintForm().texts(new ComplaintTexts().desiredOutcome("The deposit back")));
        assertThat(Refusal.of(() -> agent.complaints().writeComplaint(c.getId(), new ComplaintForm(), "\"1\"")).status()).isEqualTo(412);
        assertThat(Refusal.of(() -> agent.complaints().askDepartment(c.getId(), new NewComplaintCase().department("nowhere").question("What?"), Vendor.newKey())).pointers()).containsExactly("/department");
        agent.complaints().askDepartment(c.getId(), new NewComplaintCase().department("finance").question("Where is it?"), Vendor.newKey());
        agent.complaints().askDepartment(c.getId(), new NewComplaintCase().department("legal").question("What do we owe?"), Vendor.newKey());
        Complaint verifying = move(agent, c, "verifying");
        assertThat(clocks(agent, c)).containsEntry("dispatch", "PT12H fulfilled").containsEntry("verified", "PT12H running");
        ComplaintCase asked = finance.complaints().listComplaintCases(false, null, null).getItems().get(0);
        assertThat(asked.getContent()).isEqualTo("The refund is late.");
        assertThat(Refusal.of(() -> legal.complaints().getComplaintCase(asked.getId())).status()).as("another department's").isEqualTo(404);
        finance.complaints().giveComplaintOpinion(asked.getId(), new NewComplaintOpinion().opinion("It bounced; our fault."), Vendor.newKey());
        assertThat(relations.complaints().getComplaint(c.getId()).getMissing()).as("one department has not answered").contains("opinions");
        UUID second = verifying.getCases().stream().filter(k -> k.getDepartment().equals("legal")).findFirst().orElseThrow().getId();
        relations.complaints().withdrawComplaintCase(c.getId(), second, new ComplaintReason().reason("Not theirs"), Vendor.newKey());
        tell(relations, c, NewComplaintWord.WhatEnum.VERIFIED);
        move(relations, c, "deciding");
        write(relations, c, new ComplaintForm().atFault(ComplaintFault.COMPANY).cause("slow").texts(new ComplaintTexts().investigation("Nobody looked").solution("Paid today")));
        tell(relations, c, NewComplaintWord.WhatEnum.RESULT);
        assertThat(move(relations, c, "asking").getAsking()).isTrue();
        assertThat(clocks(relations, c)).containsEntry("result", "P1D fulfilled").containsEntry("satisfied", "P7D running");

        Visitor customer = art.byLink(link);
        assertThat(customer.complaints().listOwnComplaints(ticket.getId()).getItems()).singleElement().satisfies(own -> {
            assertThat(own.getAsking()).isTrue();
            assertThat(own.getClocks()).extracting(Clock::getName).contains("Satisfactory answer").doesNotContain("Form with the department");
        });
        customer.complaints().sayOwnSatisfaction(c.getId(), new NewOwnSatisfaction().satisfied(false).remark("Still nothing"), Vendor.newKey());
        Complaint again = manager.complaints().getComplaint(c.getId());
        assertThat(again.getRound()).isEqualTo(2);
        assertThat(again.getStage()).isEqualTo("verifying");
        assertThat(Refusal.of(() -> customer.complaints().sayOwnSatisfaction(c.getId(), new NewOwnSatisfaction().satisfied(true), Vendor.newKey())).status()).as("not asked now").isEqualTo(409);
        assertThat(Refusal.of(() -> tell(agent, c, NewComplaintWord.WhatEnum.PROGRESS)).status()).as("it has left the agent's hands").isEqualTo(403);
        manager.complaints().askDepartment(c.getId(), new NewComplaintCase().department("finance").question("Still nothing?"), Vendor.newKey());
        UUID newer = finance.complaints().listComplaintCases(false, null, null).getItems().get(0).getId();
        finance.complaints().giveComplaintOpinion(newer, new NewComplaintOpinion().opinion("It is there now."), Vendor.newKey());
        tell(manager, c, NewComplaintWord.WhatEnum.VERIFIED);
        move(manager, c, "deciding");
        tell(manager, c, NewComplaintWord.WhatEnum.RESULT);
        move(manager, c, "asking");
        customer.complaints().sayOwnSatisfaction(c.getId(), new NewOwnSatisfaction().satisfied(true), Vendor.newKey());
        Complaint done = manager.complaints().getComplaint(c.getId());
        assertThat(done.getOutcome()).isEqualTo(ComplaintOutcome.SATISFIED);
        assertThat(clocks(manager, c)).containsEntry("satisfied", "P7D fulfilled");
        assertThat(Refusal.of(() -> manager.complaints().linkComplaintTicket(c.getId(), new NewComplaintTicket().ticketId(Drafts.filed(art, "Another").getId()), Vendor.newKey())).status()).isEqualTo(409);
        assertThat(manager.complaints().listComplaintEntries(c.getId()).getItems()).extracting(ComplaintEntry::getKind).endsWith(ComplaintEntry.KindEnum.SATISFIED, ComplaintEntry.KindEnum.CLOSED)
                .contains(ComplaintEntry.KindEnum.NOT_SATISFIED, ComplaintEntry.KindEnum.CASE_WITHDRAWN);
        assertThat(agent.tickets().listMessages(ticket.getId(), null, null).getItems()).anySatisfy(m -> assertThat(m.getBody()).contains("twelve hours"));
        assertThat(Refusal.of(() -> agent.readings().openCustomer(done.getCustomerId(), new NewReading().purpose(NewReading.PurposeEnum.COMPLAINT).recordId(c.getId()), Vendor.newKey())).status()).as("it is over").isEqualTo(409);
    }

    @Test
    void theApplianceMakersWay() throws ApiException {
        Vendor appliance = vendor("smart-appliance");
        Visitor relations = appliance.newStaff("customer-relations").visitor();
        Visitor manager = appliance.newStaff("manager").visitor();
        Complaint c = relations.complaints().fileComplaint(new NewComplaint().channel(Channel.PHONE).requester(Drafts.guest(Vendor.newAddress())).fields(fields(appliance))
                .form(new ComplaintForm().texts(new ComplaintTexts().content("The engineer did not come."))), Vendor.newKey());
        assertThat(clocks(relations, c)).containsEntry("answer", "PT24H running");
        write(relations, c, new ComplaintForm().complex(true).severity("grave"));
        assertThat(clocks(relations, c)).containsEntry("answer", "PT24H cancelled").containsEntry("solution", "P3D running");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(manager.promises().listNotices(true, null, null).getItems()).anySatisfy(n -> assertThat(n.getText()).contains(c.getNumber())));
        move(relations, c, "investigating");
        write(relations, c, new ComplaintForm().atFault(ComplaintFault.COMPANY).cause("late").texts(new ComplaintTexts().solution("Tomorrow at nine")));
        tell(relations, c, NewComplaintWord.WhatEnum.RESULT);
        move(relations, c, "asking");
        assertThat(clocks(relations, c)).containsEntry("solution", "P3D fulfilled").containsEntry("word", "P5D running");
        assertThat(satisfied(relations, c, false).getStage()).isEqualTo("investigating");
        relations.complaints().askComplaintException(c.getId(), new ComplaintReason().reason("He wants a new flat"), Vendor.newKey());
        assertThat(Refusal.of(() -> relations.complaints().decideComplaintException(c.getId(), new NewComplaintException().granted(true).reason("So be it"), Vendor.newKey())).status()).isEqualTo(403);
        assertThat(manager.complaints().decideComplaintException(c.getId(), new NewComplaintException().granted(true).reason("So be it"), Vendor.newKey()).getOutcome()).isEqualTo(ComplaintOutcome.EXCEPTION);
        assertThat(clocks(relations, c).values()).noneMatch(v -> v.endsWith("running"));
    }

    @Test
    void theEvidenceIsReadAndCheckedWithoutThePlatform() throws Exception {
        Vendor home = vendor("smart-home");
        Visitor agent = home.newStaff("agent").visitor();
        Visitor product = home.newStaff(new NewStaffMember().roles(List.of("department-handler")).department("product").name("Somebody Inside")).visitor();
        String mail = Vendor.newAddress();
        Ticket ticket = Drafts.filed(home, mail, "The lock");
        Complaint c = agent.complaints().fileComplaint(new NewComplaint().ticketId(ticket.getId()).form(new ComplaintForm().texts(new ComplaintTexts().content("<b>The lock</b> does not open 锁打不开"))), Vendor.newKey());
        UUID asked = agent.complaints().askDepartment(c.getId(), new NewComplaintCase().department("product").question("Why secretly?"), Vendor.newKey()).getCases().get(0).getId();
        product.complaints().giveComplaintOpinion(asked, new NewComplaintOpinion().opinion("Between us: our fault"), Vendor.newKey());
        tell(agent, c, NewComplaintWord.WhatEnum.PROGRESS);
        Path picture = Files.writeString(Files.createTempFile("lock", ".txt"), "how it looked");
        UUID upload = agent.attachments().uploadAttachment("lock.txt", picture.toFile()).getId();
        agent.tickets().createMessage(ticket.getId(), new NewMessage().body("See the picture").addAttachmentIdsItem(upload), Vendor.newKey());
        agent.tickets().createMessage(ticket.getId(), new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("He is angry"), Vendor.newKey());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (ZipFile zip = new ZipFile(agent.complaints().takeComplaintEvidence(c.getId(), false))) {
                assertThat(JSON.readTree(bytes(zip, "journal.json"))).as("the chain has come so far").anySatisfy(p -> assertThat(p.path("hash").isTextual()).isTrue());
            }
        });
        try (ZipFile zip = new ZipFile(agent.complaints().takeComplaintEvidence(c.getId(), false))) {
            String page = new String(bytes(zip, "index.html"), StandardCharsets.UTF_8);
            assertThat(page).contains("&lt;b&gt;The lock&lt;/b&gt; does not open 锁打不开", "This is how it stands.", "See the picture", mail).doesNotContain("<b>", "<script");
            String all = zip.stream().filter(e -> !e.getName().startsWith("files/")).map(e -> new String(bytes(zip, e.getName()), StandardCharsets.UTF_8)).collect(java.util.stream.Collectors.joining());
            assertThat(all).as("what was said inside the house").doesNotContain("Between us", "Why secretly", "He is angry", "Somebody Inside");
            assertThat(zip.stream().map(ZipEntry::getName)).anyMatch(n -> n.startsWith("files/") && n.endsWith("-lock.txt"));
            JsonNode manifest = JSON.readTree(bytes(zip, "manifest.json"));
            assertThat(manifest.path("format").asText()).isEqualTo("pledgedesk-evidence-1");
            assertThat(manifest.path("entries")).hasSize((int) zip.stream().count() - 1);
            for (JsonNode entry : manifest.path("entries")) {
                assertThat(sha256(bytes(zip, entry.path("name").asText()))).isEqualTo(entry.path("sha256").asText());
            }
            for (JsonNode proof : JSON.readTree(bytes(zip, "journal.json"))) {
                if (proof.path("hash").isTextual()) {
                    byte[] content = Base64.getDecoder().decode(proof.path("content").asText());
                    assertThat(sha256(HexFormat.of().parseHex(proof.path("before").asText()), content)).as("each entry proves itself").isEqualTo(proof.path("hash").asText());
                    assertThat(new String(content, StandardCharsets.UTF_8)).contains(proof.path("entry").path("action").asText());
                }
            }
            JsonNode clock = JSON.readTree(bytes(zip, "clocks.json")).get(0);
            assertThat(clock.path("limit").asText()).isEqualTo("PT24H");
            assertThat(clock.path("explanation").asText()).contains("24 h");
        }
        try (ZipFile zip = new ZipFile(agent.complaints().takeComplaintEvidence(c.getId(), true))) {
            assertThat(new String(bytes(zip, "index.html"), StandardCharsets.UTF_8)).contains("Between us: our fault", "He is angry", "Somebody Inside");
        }
        assertThat(catchThrowableOfType(ApiException.class, () -> product.complaints().takeComplaintEvidence(c.getId(), true)).getCode()).as("a department takes nothing").isEqualTo(403);
    }

    private static byte[] bytes(ZipFile zip, String name) {
        try {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha256(byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void theSameCauseAgainIsTakenUpUntilItHasAnEffect() throws ApiException {
        Vendor centre = vendor("call-centre");
        Visitor agent = centre.newStaff("agent").visitor();
        Vendor.Account inspector = centre.newStaff("quality-inspector");
        Visitor quality = inspector.visitor();
        Visitor supervisor = centre.newStaff("supervisor").visitor();
        for (int i = 0; i < 3; i++) {
            Complaint c = agent.complaints().fileComplaint(new NewComplaint().channel(Channel.PHONE).requester(Drafts.guest(Vendor.newAddress()))
                    .form(new ComplaintForm().cause("waiting").texts(new ComplaintTexts().content("I waited for an hour."))), Vendor.newKey());
            assertThat(quality.complaints().listComplaintCauses(30).getItems().stream().filter(k -> k.getCause().equals("waiting")).findFirst().orElseThrow()).satisfies(k ->
                    assertThat(k.getLately()).isGreaterThan(0));
            assertThat(c.getCause()).isEqualTo("waiting");
        }
        assertThat(quality.complaints().listComplaintCauses(30).getItems()).filteredOn(k -> k.getPattern()).extracting(k -> k.getCause() + k.getLately()).containsExactly("waiting3");
        assertThat(quality.promises().listNotices(true, null, null).getItems()).singleElement().satisfies(n -> assertThat(n.getText()).contains("Long wait"));
        assertThat(Refusal.of(() -> quality.complaints().listComplaintCauses(0)).status()).isEqualTo(400);
        Instant due = Instant.now().plusSeconds(86_400);
        NewCorrectiveAction draft = new NewCorrectiveAction().cause("waiting").title("More seats").plan("Two more at noon").ownerId(inspector.id()).dueAt(due).checkAt(due.plusSeconds(86_400));
        assertThat(Refusal.of(() -> supervisor.correctiveActions().openCorrectiveAction(draft, Vendor.newKey())).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> quality.correctiveActions().openCorrectiveAction(new NewCorrectiveAction().cause("none").title("More seats").plan("Two more").ownerId(UUID.randomUUID())
                .dueAt(due).checkAt(due), Vendor.newKey())).pointers()).containsExactlyInAnyOrder("/cause", "/ownerId", "/checkAt");
        CorrectiveAction action = quality.correctiveActions().openCorrectiveAction(draft, Vendor.newKey());
        assertThat(Refusal.of(() -> supervisor.correctiveActions().finishCorrectiveAction(action.getId(), new NewCorrectiveResult().result("Done"), Vendor.newKey())).status()).as("not his").isEqualTo(403);
        assertThat(Refusal.of(() -> quality.correctiveActions().checkCorrectiveAction(action.getId(), new NewCorrectiveCheck().effective(true).words("It helps"), Vendor.newKey())).status()).isEqualTo(409);
        quality.correctiveActions().finishCorrectiveAction(action.getId(), new NewCorrectiveResult().result("They sit"), Vendor.newKey());
        assertThat(Refusal.of(() -> quality.correctiveActions().checkCorrectiveAction(action.getId(), new NewCorrectiveCheck().effective(false).words("No change"), Vendor.newKey())).pointers()).containsExactly("/nextDueAt");
        CorrectiveAction anew = quality.correctiveActions().checkCorrectiveAction(action.getId(), new NewCorrectiveCheck().effective(false).words("No change").nextDueAt(due).nextCheckAt(due.plusSeconds(3_600)), Vendor.newKey());
        assertThat(anew.getRound()).isEqualTo(2);
        assertThat(anew.getState()).isEqualTo(CorrectiveAction.StateEnum.OPEN);
        quality.correctiveActions().finishCorrectiveAction(action.getId(), new NewCorrectiveResult().result("Now they do"), Vendor.newKey());
        CorrectiveAction done = quality.correctiveActions().checkCorrectiveAction(action.getId(), new NewCorrectiveCheck().effective(true).words("Nobody waits"), Vendor.newKey());
        assertThat(done.getEntries()).extracting(e -> e.getKind().getValue() + " " + e.getWords()).containsExactly("done They sit", "not-effective No change", "done Now they do", "effective Nobody waits");
        assertThat(quality.correctiveActions().listCorrectiveActionClocks(action.getId()).getItems()).extracting(k -> k.getTarget() + " " + k.getState().getValue())
                .containsExactly("measure fulfilled", "effect fulfilled", "measure fulfilled", "effect fulfilled");
        assertThat(supervisor.correctiveActions().listCorrectiveActions(false, null, null).getItems()).isEmpty();
        assertThat(supervisor.correctiveActions().listCorrectiveActions(true, null, null).getItems()).hasSize(1);
    }

    private static Map<String, Object> fields(Vendor vendor) throws ApiException {
        return vendor.guest().configuration().getCatalogue().getTicketTypes().stream().filter(t -> t.getKey().equals("complaint")).findFirst().orElseThrow().getFields().stream()
                .filter(f -> Boolean.TRUE.equals(f.getRequired()))
                .collect(java.util.stream.Collectors.toMap(f -> f.getKey(), f -> f.getChoices() == null || f.getChoices().isEmpty() ? "said on the phone" : f.getChoices().get(0).getKey()));
    }

    @Test
    void theSmartHomesDay() throws ApiException, IOException {
        Vendor home = vendor("smart-home");
        Visitor agent = home.newStaff("agent").visitor();
        Visitor supervisor = home.newStaff("supervisor").visitor();
        Complaint c = agent.complaints().fileComplaint(new NewComplaint().channel(Channel.CHAT).requester(Drafts.guest(Vendor.newAddress()))
                .form(new ComplaintForm().texts(new ComplaintTexts().content("The lock does not open.").apology("Sorry."))), Vendor.newKey());
        assertThat(clocks(agent, c)).containsExactly(Map.entry("day", "PT24H running"));
        write(agent, c, new ComplaintForm().texts(new ComplaintTexts().solution("A new lock")));
        tell(agent, c, NewComplaintWord.WhatEnum.RESULT);
        move(agent, c, "asking");
        satisfied(agent, c, false);
        assertThat(clocks(supervisor, c)).as("another day").containsEntry("day", "PT24H running");
        tell(supervisor, c, NewComplaintWord.WhatEnum.RESULT);
        move(supervisor, c, "asking");
        assertThat(satisfied(supervisor, c, true).getOutcome()).isEqualTo(ComplaintOutcome.SATISFIED);
        Visitor manager = home.newStaff("manager").visitor();
        String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
        SatisfactionReport report = manager.satisfactionReports().getSatisfactionReport(month);
        assertThat(report.getShare()).isEqualTo(100);
        assertThat(report.getSatisfiedFirst()).as("it went round once").isZero();
        assertThat(report.getWhole()).isFalse();
        assertThat(Files.readAllBytes(manager.satisfactionReports().downloadSatisfactionDocument(month).toPath())).startsWith('%', 'P', 'D', 'F');
        assertThat(Files.readString(manager.satisfactionReports().downloadSatisfactionTable(month).toPath())).contains("total,satisfied,,count,1");
        assertThat(Refusal.of(() -> manager.satisfactionReports().getSatisfactionReport("2026-13")).pointers()).containsExactly("/path/month");
        assertThat(Refusal.of(() -> agent.satisfactionReports().getSatisfactionReport(month)).status()).isEqualTo(403);
    }

    @Test
    void theCallCentresFourSteps() throws ApiException {
        Vendor centre = vendor("call-centre");
        Visitor agent = centre.newStaff("agent").visitor();
        Visitor supervisor = centre.newStaff("supervisor").visitor();
        Visitor inspector = centre.newStaff("quality-inspector").visitor();
        Complaint c = agent.complaints().fileComplaint(new NewComplaint().channel(Channel.PHONE).requester(Drafts.guest(Vendor.newAddress())).form(new ComplaintForm().severity("minor").texts(
                new ComplaintTexts().content("I was hung up on.").apology("Sorry.").place("Hotline").desiredOutcome("An apology"))), Vendor.newKey());
        move(agent, c, "investigating");
        assertThat(clocks(agent, c)).containsEntry("accept", "PT2H fulfilled").containsEntry("investigation", "PT24H running");
        write(inspector, c, new ComplaintForm().atFault(ComplaintFault.COMPANY).cause("attitude").texts(new ComplaintTexts().investigation("Recording heard").responsibility("The seat").evidence("Recording 4")));
        move(inspector, c, "solving");
        write(supervisor, c, new ComplaintForm().texts(new ComplaintTexts().solution("Apology by the supervisor")));
        tell(supervisor, c, NewComplaintWord.WhatEnum.RESULT);
        move(supervisor, c, "follow-up");
        assertThat(satisfied(supervisor, c, true).getStage()).isEqualTo("archived");
        assertThat(clocks(agent, c)).containsEntry("follow-up", "PT72H fulfilled");
        assertThat(supervisor.complaints().listComplaints(false, null, null, null, null).getItems()).isEmpty();
        assertThat(supervisor.complaints().listComplaints(true, false, "archived", null, null).getItems()).hasSize(1);
    }
}
