package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.entity.ExportRows.Batch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive of a tenant: files of JSON lines, and at the end a manifest with their checksums. */
final class LinesArchive implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String SEAL = "seal";

    private final ZipOutputStream zip;
    private final ObjectNode manifest;
    private final ArrayNode files;

    LinesArchive(OutputStream out, String format, TenantInfo tenant, Instant now) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        manifest = ConfigJson.MAPPER.createObjectNode().put("format", format).put("tenant", tenant.key()).put("tenantId", tenant.id().toString()).put("exportedAt", now.toString());
        files = manifest.putArray("files");
    }

    /** Where the rows of a table stand. */
    static String path(String table) {
        return "data/" + table + ".ndjson";
    }

    /** What the manifest says beside the files. */
    ObjectNode manifest() {
        return manifest;
    }

    /**
     * Adds a file.
     *
     * @param read gives the lines after a key, null for the first
     * @return its entry in the manifest
     */
    ObjectNode add(String path, Function<String, Batch> read) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        MessageDigest digest = Sha256.digest();
        // Never closed: closing it would close the archive.
        DigestOutputStream lines = new DigestOutputStream(zip, digest);
        long count = 0;
        String after = null;
        do {
            Batch batch = read.apply(after);
            for (String line : batch.lines()) {
                lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            count += batch.lines().size();
            after = batch.next();
        } while (after != null);
        zip.closeEntry();
        return files.addObject().put("path", path).put("rows", count).put("sha256", HexFormat.of().formatHex(digest.digest()));
    }

    /** Writes the manifest with a seal on everything else in it. */
    void finish(Function<byte[], String> seal) throws IOException {
        manifest.put(SEAL, seal.apply(ConfigJson.MAPPER.writeValueAsBytes(manifest)));
        finish();
    }

    /** Writes the manifest. An archive without one is not whole. */
    void finish() throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(ConfigJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
