package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Attachment;
import dev.pledgedesk.client.model.Message;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.UploadLimits;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files up and down: their names, their types, their limits, and who gets them. */
class AttachmentsIT {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Vendor art = Vendor.art();
    private final Visitor desk = art.staff("agent").visitor();

    @TempDir
    Path files;

    @Test
    void aFileComesBackByteForByteUnderItsChineseName() throws Exception {
        String mail = Vendor.newAddress();
        Attachment uploaded = upload(art.guest(), "作品 正面.png", PNG);
        assertThat(uploaded.getFileName()).isEqualTo("作品 正面.png");
        assertThat(uploaded.getSize()).isEqualTo(PNG.length);
        Ticket filed = art.guest().tickets().createTicket(Drafts.question("with a picture").requester(Drafts.guest(mail)).addAttachmentIdsItem(uploaded.getId()),
                Vendor.newKey());
        Attachment listed = onlyFile(desk, filed.getId());
        assertThat(listed.getFileName()).isEqualTo("作品 正面.png");

        Answer content = desk.send("GET", content(listed.getId()), null);
        assertThat(content.body()).isEqualTo(PNG);
        assertThat(content.header("Content-Type")).startsWith("application/octet-stream");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).contains("sandbox");
        String disposition = content.header("Content-Disposition");
        assertThat(disposition).startsWith("attachment");
        assertThat(URLDecoder.decode(disposition.substring(disposition.indexOf("UTF-8''") + 7), StandardCharsets.UTF_8)).startsWith("作品 正面.png");

        Visitor byLink = art.byLink(art.mails().link(mail, 1));
        assertThat(Files.readAllBytes(byLink.attachments().downloadAttachment(listed.getId()).toPath())).as("the requester gets it too").isEqualTo(PNG);
    }

    @Test
    void theTypeIsReadFromTheContent() throws Exception {
        assertThat(upload(art.guest(), "notes.txt", PNG).getMediaType()).isEqualTo("image/png");
        assertThat(upload(art.guest(), "photo.jpg", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)).getMediaType())
                .isEqualTo("text/html");
        assertThat(upload(art.guest(), "../../etc/passwd", PNG).getFileName()).as("no path in a name").isEqualTo("passwd");
    }

    @Test
    void aFileOfSeveralChunksIsWhole() throws Exception {
        byte[] large = new byte[3_000_001];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 + i / 251);
        }
        Ticket filed = desk.tickets().createTicket(Drafts.question("large").requester(Drafts.guest(Vendor.newAddress()))
                .addAttachmentIdsItem(upload(desk, "large.bin", large).getId()), Vendor.newKey());
        assertThat(desk.send("GET", content(onlyFile(desk, filed.getId()).getId()), null).body()).isEqualTo(large);
    }

    @Test
    void theLimitIsToldBeforehandAndHolds() throws Exception {
        UploadLimits limits = art.guest().configuration().getCatalogue().getLimits();
        Path tooLarge = files.resolve("film.mp4");
        try (RandomAccessFile file = new RandomAccessFile(tooLarge.toFile(), "rw")) {
            file.setLength(limits.getBytesPerFile() + 1);
        }
        Refusal refusal = Refusal.of(() -> desk.attachments().uploadAttachment("film.mp4", tooLarge.toFile()));
        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.code()).isEqualTo("too-large");
        assertThat(refusal.detail()).contains("25");
        assertThat(Refusal.of(() -> upload(desk, "empty.txt", new byte[0])).status()).isEqualTo(400);
    }

    @Test
    void aFileBelongsToOneMessageOnly() throws Exception {
        UUID file = upload(art.guest(), "once.png", PNG).getId();
        Ticket filed = art.guest().tickets().createTicket(Drafts.question("first").requester(Drafts.guest(Vendor.newAddress())).addAttachmentIdsItem(file),
                Vendor.newKey());
        Refusal claimed = Refusal.of(() -> desk.tickets().createMessage(filed.getId(), new NewMessage().body("again").addAttachmentIdsItem(file), Vendor.newKey()));
        assertThat(claimed.status()).isEqualTo(422);
        assertThat(claimed.pointers()).containsExactly("/attachmentIds/0");

        UUID foreign = upload(Vendor.appliance().guest(), "theirs.png", PNG).getId();
        UUID unknown = UUID.randomUUID();
        for (UUID wrong : List.of(foreign, unknown)) {
            UUID good = upload(art.guest(), "good.png", PNG).getId();
            Refusal refusal = Refusal.of(() -> art.guest().tickets().createTicket(Drafts.question("theirs").requester(Drafts.guest(Vendor.newAddress()))
                    .attachmentIds(List.of(good, wrong)), Vendor.newKey()));
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.pointers()).containsExactly("/attachmentIds/1");
            assertThat(refusal.about("/attachmentIds/1")).as("all look alike").isEqualTo(claimed.about("/attachmentIds/0"));
        }
        assertThat(desk.tickets().listMessages(filed.getId(), null, null).getItems()).as("the refused reply left nothing").hasSize(1);
    }

    @Test
    void filesOfNotesAndUnclaimedFilesAreNotGivenOut() throws Exception {
        String mail = Vendor.newAddress();
        Ticket filed = Drafts.filed(art, mail, "internal file");
        UUID internal = upload(desk, "internal.png", PNG).getId();
        desk.tickets().createMessage(filed.getId(), new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("see").addAttachmentIdsItem(internal), Vendor.newKey());
        Visitor customer = art.byLink(art.mails().link(mail, 1));
        String absent = customer.send("GET", content(UUID.randomUUID()), null).shape();
        assertThat(absent).startsWith("404");
        assertThat(customer.send("GET", content(internal), null).shape()).isEqualTo(absent);
        assertThat(customer.send("GET", content(upload(customer, "mine.png", PNG).getId()), null).shape()).isEqualTo(absent);
        assertThat(desk.send("GET", content(internal), null).body()).isEqualTo(PNG);
        assertThat(art.guest().send("GET", content(internal), null).status()).isEqualTo(401);
    }

    @Test
    void aMessageTakesNoMoreFilesThanTheCatalogueSays() throws Exception {
        int most = art.guest().configuration().getCatalogue().getLimits().getFilesPerMessage();
        NewMessage many = new NewMessage().body("many");
        for (int i = 0; i <= most; i++) {
            many.addAttachmentIdsItem(UUID.randomUUID());
        }
        Ticket filed = Drafts.filed(art, "many files");
        Refusal refusal = Refusal.of(() -> desk.tickets().createMessage(filed.getId(), many, Vendor.newKey()));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.pointers()).containsExactly("/attachmentIds");
    }

    private Attachment upload(Visitor who, String name, byte[] content) throws ApiException {
        try {
            return who.attachments().uploadAttachment(name, Files.write(files.resolve("upload.bin"), content).toFile());
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private static Attachment onlyFile(Visitor who, UUID ticket) throws ApiException {
        List<Attachment> found = who.tickets().listMessages(ticket, null, null).getItems().stream().map(Message::getAttachments).flatMap(List::stream).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String content(UUID id) {
        return "/api/v1/attachments/" + id + "/content";
    }
}
