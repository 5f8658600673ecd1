package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.entity.ExportRows.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes everything a tenant owns into one archive: a file of JSON lines per table and a manifest with checksums. */
@ApplicationScoped
public class TenantExport {

    @Inject
    ExportSteps rows;

    @Inject
    TenantScope scope;

    @Inject
    DeskClock clock;

    /** Writes the archive in bounded steps; one table is read in keyset order, so that rows which were there at the start are all in it. */
    public void write(TenantInfo tenant, OutputStream out) throws IOException {
        ObjectNode manifest = ConfigJson.MAPPER.createObjectNode().put("format", "pledgedesk-tenant-export/1").put("tenant", tenant.key())
                .put("tenantId", tenant.id().toString()).put("exportedAt", clock.now().toString());
        ArrayNode files = manifest.putArray("files");
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String table : scope.call(tenant.id(), rows::tables)) {
                zip.putNextEntry(new ZipEntry("data/" + table + ".ndjson"));
                MessageDigest digest = sha256();
                // Never closed: closing it would close the archive.
                DigestOutputStream lines = new DigestOutputStream(zip, digest);
                long count = 0;
                String after = null;
                do {
                    String from = after;
                    Batch batch = scope.call(tenant.id(), () -> rows.read(table, from));
                    for (String line : batch.lines()) {
                        lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                    count += batch.lines().size();
                    after = batch.next();
                } while (after != null);
                zip.closeEntry();
                files.addObject().put("path", "data/" + table + ".ndjson").put("rows", count).put("sha256", HexFormat.of().formatHex(digest.digest()));
            }
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(ConfigJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
