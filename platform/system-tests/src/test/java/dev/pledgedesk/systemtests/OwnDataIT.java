package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.ComplaintForm;
import dev.pledgedesk.client.model.ComplaintTexts;
import dev.pledgedesk.client.model.NewComplaint;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.ReadingPurpose;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.OwnDataChange;
import dev.pledgedesk.client.model.OwnDataView;
import dev.pledgedesk.client.model.SignInCodeRequest;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TokenRequest;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A customer sees what is kept of him and who has opened it, and takes all of it along: his own, as he may see it, and nobody else's. */
class OwnDataIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Signs in by a code, whose mail comes after so many others. */
    private static Visitor signedIn(Vendor vendor, String mail, int others) throws ApiException {
        vendor.mails().await(mail, others);
        vendor.guest().identity().createSignInCode(new SignInCodeRequest().email(mail));
        return vendor.with(new TokenRequest().grantType(TokenRequest.GrantTypeEnum.CODE).email(mail).code(vendor.mails().code(mail, others + 1)));
    }

    @Test
    void aCustomerSeesAndTakesWhatIsHis() throws Exception {
        Vendor art = Vendor.art();
        Vendor appliance = Vendor.appliance();
        Visitor agent = art.staff("agent").visitor();
        String mail = Vendor.newAddress();
        Path file = Files.writeString(Files.createTempFile("picture", ".txt"), "how it looked");
        UUID upload = agent.attachments().uploadAttachment("画框 corner.txt", file.toFile()).getId();
        Ticket ticket = Drafts.filed(art, mail, "Mine 画框");
        agent.tickets().createMessage(ticket.getId(), new NewMessage().body("=1+1 An answer").attachmentIds(List.of(upload)), Vendor.newKey());
        agent.tickets().createMessage(ticket.getId(), new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("not for his eyes"), Vendor.newKey());
        Drafts.filed(art, "Somebody else's");
        Drafts.filed(appliance, mail, "Mine elsewhere");
        agent.readings().openCustomer(agent.tickets().getTicket(ticket.getId()).getRequester().getId(),
                new NewReading().purpose(NewReading.PurposeEnum.TICKET).recordId(ticket.getId()), Vendor.newKey());

        Visitor customer = signedIn(art, mail, 2);
        OwnDataView mine = customer.ownData().getOwnData();
        assertThat(mine.getEmail()).isEqualTo(mail);
        assertThat(mine.getVerified()).isTrue();
        assertThat(mine.getReadings()).singleElement().satisfies(r -> {
            assertThat(r.getBy()).isEqualTo("staff");
            assertThat(r.getPurpose()).isEqualTo(ReadingPurpose.TICKET);
            assertThat(r.getRecord()).isEqualTo(ticket.getNumber());
        });

        OwnDataView corrected = customer.ownData().correctOwnData(new OwnDataChange().name("李娜").phone("+86 138-0013 8000"));
        assertThat(corrected.getName()).isEqualTo("李娜");
        assertThat(corrected.getPhone()).isEqualTo("+8613800138000");
        assertThat(agent.tickets().getTicket(ticket.getId()).getRequester().getName()).isEqualTo("李娜");
        assertThat(agent.identity().findCustomers("+8613800138000").getItems()).extracting("name").contains("李娜");
        assertThat(catchThrowableOfType(ApiException.class, () -> customer.ownData().correctOwnData(new OwnDataChange().phone("call me"))).getResponseBody()).contains("/phone");
        assertThat(customer.ownData().correctOwnData(new OwnDataChange().phone("")).getPhone()).isNull();

        agent.complaints().fileComplaint(new NewComplaint().ticketId(ticket.getId()).form(new ComplaintForm().texts(new ComplaintTexts().content("It came late").investigation("not for his eyes"))), Vendor.newKey());
        File archive = customer.ownData().downloadOwnData();
        try (ZipFile zip = new ZipFile(archive)) {
            JsonNode own = JSON.readTree(bytes(zip, "tickets/" + ticket.getNumber() + ".json"));
            assertThat(own.path("subject").asText()).isEqualTo("Mine 画框");
            assertThat(own.path("messages")).hasSize(2);
            assertThat(own.toString()).contains("An answer").doesNotContain("not for his eyes");
            assertThat(zip.stream().map(ZipEntry::getName).filter(n -> n.startsWith("tickets/") && n.endsWith(".json"))).as("nobody else's").hasSize(1);
            assertThat(new String(bytes(zip, "tickets.csv"), StandardCharsets.UTF_8)).startsWith("\uFEFFnumber,").contains(ticket.getNumber() + ",", ",Mine 画框,");
            assertThat(new String(bytes(zip, "tickets/" + ticket.getNumber() + ".csv"), StandardCharsets.UTF_8)).contains("'=1+1 An answer").doesNotContain("not for his eyes");
            String picture = own.path("messages").get(1).path("files").get(0).asText();
            assertThat(new String(bytes(zip, picture), StandardCharsets.UTF_8)).isEqualTo("how it looked");
            assertThat(new String(bytes(zip, "complaints.json"), StandardCharsets.UTF_8)).contains("It came late", ticket.getNumber() + "-C1").doesNotContain("not for his eyes");
            assertThat(JSON.readTree(bytes(zip, "profile.json")).path("email").asText()).isEqualTo(mail);
            for (JsonNode entry : JSON.readTree(bytes(zip, "manifest.json")).path("entries")) {
                String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(zip, entry.path("name").asText())));
                assertThat(entry.path("sha256").asText()).as(entry.path("name").asText()).isEqualTo(hash);
            }
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws Exception {
        ZipEntry entry = zip.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        return zip.getInputStream(entry).readAllBytes();
    }

    @Test
    void aLinkToOneTicketIsNotEnoughAndStaffAreNoCustomers() throws Exception {
        Vendor art = Vendor.art();
        String mail = Vendor.newAddress();
        Drafts.filed(art, mail, "By link");
        Visitor byLink = art.byLink(art.mails().link(mail, 1));
        for (Visitor who : List.of(byLink, art.staff("agent").visitor())) {
            assertThat(catchThrowableOfType(ApiException.class, () -> who.ownData().getOwnData()).getCode()).isEqualTo(403);
            assertThat(catchThrowableOfType(ApiException.class, () -> who.ownData().downloadOwnData()).getCode()).isEqualTo(403);
        }
        assertThat(catchThrowableOfType(ApiException.class, () -> art.guest().ownData().getOwnData()).getCode()).isEqualTo(401);
    }
}
