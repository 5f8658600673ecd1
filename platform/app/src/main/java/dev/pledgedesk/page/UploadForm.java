package dev.pledgedesk.page;

import dev.pledgedesk.kernel.Problem;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a form with files has sent: texts by field name, and the files. */
public final class UploadForm {

    private static final int MAX_TEXT_BYTES = 256 * 1024;

    /** A file as the browser sent it; the content can be read once. */
    public record Upload(String fileName, InputStream content) {
    }

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, List<Upload>> files = new LinkedHashMap<>();

    private UploadForm() {
    }

    /** Sorts the parts of a request into texts and files; a file field that was left empty is no file. Refuses a text of more than 256 KB. */
    public static UploadForm of(List<EntityPart> parts) {
        UploadForm form = new UploadForm();
        for (EntityPart part : parts) {
            String fileName = part.getFileName().orElse(null);
            if (fileName == null) {
                form.texts.computeIfAbsent(part.getName(), n -> new ArrayList<>()).add(text(part));
            } else if (!fileName.isBlank()) {
                form.files.computeIfAbsent(part.getName(), n -> new ArrayList<>()).add(new Upload(repaired(fileName), part.getContent()));
            }
        }
        return form;
    }

    /** The text of a field, empty if it was not sent. */
    public String text(String field) {
        return texts.getOrDefault(field, List.of("")).get(0);
    }

    /** Every text of a field that was sent several times. */
    public List<String> texts(String field) {
        return texts.getOrDefault(field, List.of());
    }

    /** The files of a field. */
    public List<Upload> files(String field) {
        return files.getOrDefault(field, List.of());
    }

    /** The first text of each field whose name starts so. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        texts.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                found.put(name, values.get(0));
            }
        });
        return found;
    }

    private static String text(EntityPart part) {
        try (InputStream in = part.getContent()) {
            byte[] bytes = in.readNBytes(MAX_TEXT_BYTES + 1);
            if (bytes.length > MAX_TEXT_BYTES) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "problem.refused");
            }
            // Browsers send a line's end as CR LF whatever was typed.
            return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Browsers write names in UTF-8, the parser reads headers as Latin-1. */
    private static String repaired(String name) {
        if (name.chars().anyMatch(c -> c > 0xff)) {
            return name;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException latin) {
            return name;
        }
    }
}
