package dev.pledgedesk.complaint;

import dev.pledgedesk.audit.JournalReader;
import dev.pledgedesk.complaint.control.EvidenceGathering;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.rest.Archive;
import dev.pledgedesk.ticket.Attachments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All there is of one complaint in one archive, for mediation, arbitration or court: the form, the timeline, the promises with their explanation, what was said, the files, and the
 * journal with what proves it; as a page to read and as JSON, with a manifest of checksums.
 */
@ApplicationScoped
public class EvidencePack {

    /** A file of a message, and where it stands in the pack. */
    public record File(UUID id, String path) {
    }

    /** Something that was said in a ticket; the name is that of staff, null outside the house. */
    public record Said(String ticket, Instant at, String by, String name, boolean internal, String channel, String text, List<String> files) {
    }

    /** What is in the pack, but for the bytes of the files. */
    public record Gathered(byte[] page, Map<String, Object> complaint, List<EntryView> timeline, List<Map<String, Object>> clocks, List<Said> messages, List<JournalReader.Proof> journal,
            List<File> files) {
    }

    @Inject
    EvidenceGathering gathering;

    @Inject
    Attachments attachments;

    @Inject
    Caller caller;

    /**
     * Gathers it; what is wrong is refused here, before anything is sent. The taking is journalled.
     *
     * @param internal with what was said inside the house, and the names of staff; else without both
     */
    public Gathered gather(UUID complaintId, boolean internal) {
        caller.require(Permission.COMPLAINT_HANDLE);
        caller.require(Permission.TICKET_READ);
        return gathering.gather(complaintId, internal);
    }

    /** Writes what was gathered; files are read while it is sent. */
    public void write(Gathered gathered, OutputStream out) throws IOException {
        Archive archive = new Archive(out, "pledgedesk-evidence-1");
        archive.file("index.html", html -> html.write(gathered.page()));
        archive.json("complaint.json", gathered.complaint());
        archive.json("timeline.json", gathered.timeline());
        archive.json("clocks.json", gathered.clocks());
        archive.json("messages.json", gathered.messages());
        archive.json("journal.json", gathered.journal());
        for (File file : gathered.files()) {
            archive.file(file.path(), bytes -> attachments.write(attachments.get(file.id()), bytes));
        }
        archive.finish();
    }
}
