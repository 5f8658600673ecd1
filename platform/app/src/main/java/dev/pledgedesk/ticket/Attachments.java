package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.FileNames;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.FileCipher;
import dev.pledgedesk.ticket.control.AttachmentStore;
import dev.pledgedesk.ticket.control.MessageWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.tika.Tika;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files of messages: stored under a generated name, of the type their content says, given out only as downloads to who may see the message. */
@ApplicationScoped
public class Attachments {

    private static final int MAX_NAME = 200;
    private static final int BUFFER = 64 * 1024;

    /**
     * A file that may be downloaded.
     *
     * @param cipher opens its bytes; null if they are in clear, as in files of the time before encryption
     */
    public record Download(AttachmentView file, UUID ticketId, FileCipher cipher) {
    }

    private final Tika tika = new Tika();

    @Inject
    AttachmentStore store;

    @Inject
    Caller caller;

    @Inject
    @ConfigProperty(name = "pledgedesk.attachment.max-bytes", defaultValue = "26214400")
    long maxBytes;

    /** Most bytes one file may have. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Most files one message may carry. */
    public int maxFiles() {
        return MessageWriter.MAX_FILES;
    }

    /** Takes a file; it waits for a message that names it and is deleted after a day without. */
    public AttachmentView upload(String fileName, InputStream content) {
        String name = cleaned(fileName);
        Path spool = null;
        try {
            // The client may be slow: no connection is held while its bytes come in.
            spool = Files.createTempFile("pledgedesk-upload", null);
            long size = spool(content, spool);
            if (size == 0) {
                throw Problem.invalid(new FieldError("/content", "attachment.empty"));
            }
            return store.store(name, tika.detect(spool.toFile()), size, spool);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            delete(spool);
        }
    }

    private long spool(InputStream content, Path spool) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(spool)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw Problem.of(Problem.Kind.TOO_LARGE, "attachment.too-large", maxBytes / (1024 * 1024));
                }
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    /** Keeps a file that no message claims yet for longer than a day. */
    public void keep(UUID id, Instant until) {
        store.keep(id, until);
    }

    /** Those of some files that no message has claimed and that are there still. */
    public List<UUID> waiting(List<UUID> ids) {
        return store.waiting(ids);
    }

    /** Lets files go that no message claims. */
    public void drop(List<UUID> ids) {
        store.drop(ids);
    }

    /** A file the caller may download, refused as not found otherwise. */
    public Download get(UUID id) {
        caller.require(Permission.TICKET_READ);
        return store.get(id);
    }

    /** Writes the bytes of a file that {@link #get} has given. */
    public void write(Download download, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            byte[] chunk = store.chunk(download, number).orElse(null);
            if (chunk == null) {
                return;
            }
            out.write(chunk);
        }
    }

    private static String cleaned(String fileName) {
        String name = FileNames.plain(fileName);
        if (name.isEmpty()) {
            throw Problem.invalid(new FieldError("/fileName", "field.required"));
        }
        return name.length() > MAX_NAME ? name.substring(name.length() - MAX_NAME) : name;
    }

    private static void delete(Path spool) {
        try {
            if (spool != null) {
                Files.deleteIfExists(spool);
            }
        } catch (IOException left) {
            spool.toFile().deleteOnExit();
        }
    }
}
