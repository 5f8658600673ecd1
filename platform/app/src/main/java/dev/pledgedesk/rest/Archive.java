package dev.pledgedesk.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pledgedesk.kernel.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Records to take along, as a zip: JSON for programs, CSV for spreadsheets, files as they were sent, and a manifest with the SHA-256 of each . Times are UTC. */
public final class Archive {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** Writes the bytes of an entry. */
    public interface Content {

        /** Writes them. */
        void write(OutputStream out) throws IOException;
    }

    private final String format;
    private final ZipOutputStream zip;
    private final List<Map<String, String>> entries = new ArrayList<>();

    /**
     * An archive that goes to a stream, which stays open.
     *
     * @param format name and version of what it holds, such as {@code pledgedesk-person-1}
     */
    public Archive(OutputStream out, String format) {
        this.format = format;
        zip = new ZipOutputStream(out);
    }

    /** Adds a value as JSON. */
    public void json(String name, Object value) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(value);
        file(name, out -> out.write(bytes));
    }

    /**
     * Adds a table as {@link Csv}.
     *
     * @param rows of as many cells as the header; a null is an empty cell
     */
    public void csv(String name, List<String> header, List<List<Object>> rows) throws IOException {
        file(name, out -> {
            Csv csv = new Csv(out, header);
            for (List<Object> row : rows) {
                csv.row(row);
            }
            csv.flush();
        });
    }

    /** Adds a file. */
    public void file(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digest = new DigestOutputStream(zip, Sha256.digest());
        content.write(digest);
        zip.closeEntry();
        entries.add(Map.of("name", name, "sha256", HexFormat.of().formatHex(digest.getMessageDigest().digest())));
    }

    /** Adds the manifest and ends the archive. One that is not ended cannot be opened: whatever went wrong, a part is never taken for the whole. */
    public void finish() throws IOException {
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(JSON.writeValueAsBytes(Map.of("format", format, "entries", entries)));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }
}
