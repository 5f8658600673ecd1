package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.ticket.AttachmentView;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with files: its fields, and the files that were chosen. */
final class Parts {

    private static final int MAX_FIELD = 200_000;

    /** A file that was chosen. */
    record File(String field, String name, InputStream content) {
    }

    private final MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    private final List<File> files = new ArrayList<>();

    private Parts() {
    }

    static Parts read(List<EntityPart> parts) throws IOException {
        Parts read = new Parts();
        for (EntityPart part : parts) {
            String name = part.getFileName().orElse(null);
            if (name == null) {
                byte[] bytes = part.getContent().readNBytes(MAX_FIELD);
                read.fields.add(part.getName(), new String(bytes, StandardCharsets.UTF_8));
            } else if (!name.isBlank()) {
                read.files.add(new File(part.getName(), utf8(name), part.getContent()));
            }
        }
        return read;
    }

    /** The server reads headers byte by byte as Latin letters; browsers write file names in UTF-8. */
    private static String utf8(String name) {
        if (name.chars().anyMatch(c -> c > 0xff)) {
            return name;
        }
        String decoded = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return decoded.contains("\ufffd") ? name : decoded;
    }

    MultivaluedMap<String, String> fields() {
        return fields;
    }

    List<File> files() {
        return files;
    }

    String text(String name) {
        return Forms.text(fields, name);
    }

    /** Remembers a file that is stored, so that a form which is shown again still has it. */
    void keep(AttachmentView file) {
        String kept = text("kept");
        fields.putSingle("kept", (kept.isEmpty() ? "" : kept + " ") + file.id());
        String names = text("keptNames");
        fields.putSingle("keptNames", (names.isEmpty() ? "" : names + ", ") + file.fileName());
    }

    /** Ids of all files that are stored. */
    List<UUID> attachmentIds() {
        return java.util.Arrays.stream(text("kept").split(" ")).flatMap(id -> Ids.parse(id).stream()).toList();
    }
}
