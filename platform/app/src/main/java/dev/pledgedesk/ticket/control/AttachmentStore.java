package dev.pledgedesk.ticket.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.privacy.FileCipher;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.ticket.AttachmentView;
import dev.pledgedesk.ticket.Attachments.Download;
import dev.pledgedesk.ticket.entity.Attachment;
import dev.pledgedesk.ticket.entity.AttachmentChunk;
import dev.pledgedesk.ticket.entity.AttachmentRows;
import dev.pledgedesk.ticket.entity.Message;
import dev.pledgedesk.ticket.entity.MessageRows;
import dev.pledgedesk.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps files as chunks in the database, under row security like everything else, and forgets those that nobody claimed. */
@ApplicationScoped
@Transactional
public class AttachmentStore implements DueWorker {

    private static final Duration UNCLAIMED_LIFE = Duration.ofDays(1);

    @Inject
    AttachmentRows attachments;

    @Inject
    MessageRows messages;

    @Inject
    TicketAccess access;

    @Inject
    TicketAssembly assembly;

    @Inject
    TicketText text;

    @Inject
    PersonalData personalData;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** Stores the bytes of a local file. */
    public AttachmentView store(String name, String mediaType, long size, Path bytes) {
        try (InputStream in = Files.newInputStream(bytes)) {
            UUID id = Ids.next();
            byte[] key = PersonalData.contentKey();
            FileCipher cipher = personalData.cipher(id, key);
            Attachment file = attachments.add(new Attachment(id, text.sealFileName(PersonalData.NOBODY, id, name), text.sealContentKey(PersonalData.NOBODY, id, key), mediaType, size,
                    sha256(bytes), clock.now()));
            attachments.flush();
            byte[] chunk = in.readNBytes(AttachmentChunk.SIZE);
            for (int number = 0; chunk.length > 0; number++) {
                attachments.addChunk(id, number, cipher.seal(number, chunk));
                chunk = in.readNBytes(AttachmentChunk.SIZE);
            }
            dueWork.at(kind(), id, clock.now().plus(UNCLAIMED_LIFE));
            return assembly.file(PersonalData.NOBODY, file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Keeps a file that nobody claimed until then. */
    public void keep(UUID id, Instant until) {
        dueWork.at(kind(), id, until);
    }

    /** Those that nobody has claimed and that are there still. */
    public List<UUID> waiting(List<UUID> ids) {
        return ids.stream().filter(id -> attachments.find(id).filter(a -> !a.isClaimed()).isPresent()).toList();
    }

    /** Removes files that nobody has claimed. */
    public void drop(List<UUID> ids) {
        work(ids);
        dueWork.done(kind(), ids);
    }

    /** A file of a message the caller may see. */
    public Download get(UUID id) {
        Attachment file = attachments.get(id);
        if (!file.isClaimed()) {
            throw Problem.notFound();
        }
        Ticket ticket = access.visible(file.ticketId());
        Message message = messages.get(file.messageId());
        if (message.isInternal() && !access.seesNotes()) {
            throw Problem.notFound();
        }
        byte[] key = text.contentKey(ticket.requesterId(), file);
        return new Download(assembly.file(ticket.requesterId(), file), ticket.id(), key == null ? null : personalData.cipher(id, key));
    }

    /** A piece of a file, empty behind the last. */
    public Optional<byte[]> chunk(Download download, int number) {
        return attachments.chunk(download.file().id(), number).map(piece -> download.cipher() == null ? piece : download.cipher().open(number, piece));
    }

    @Override
    public String kind() {
        return "attachment-unclaimed";
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(attachments::removeUnclaimed);
    }

    private static byte[] sha256(Path bytes) throws IOException {
        try (InputStream in = Files.newInputStream(bytes)) {
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[AttachmentChunk.SIZE];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        }
    }
}
