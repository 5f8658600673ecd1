package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.kernel.TenantId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An archive of a tenant that has moved. Once it is open, every file in it is as it was written. */
final class ArrivedArchive implements AutoCloseable {

    static final String FORMAT = "pledgedesk-tenant-transfer/1";
    static final String KEYS = "keys/person_key.ndjson";

    private static final int MOST_LINES = 500;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_MANIFEST = 1_000_000;

    /**
     * What the manifest says.
     *
     * @param columns    columns by table
     * @param lastNumber the last ticket's number, or a later one
     * @param keys       the tenant's keys, locked
     */
    record Facts(TenantId tenant, String key, Instant createdAt, int configVersion, List<String> hosts, Map<String, String> columns, long lastNumber, JsonNode keys) {
    }

    private final ZipFile zip;
    private final Facts facts;
    private final byte[] sealed;
    private final String seal;

    private ArrivedArchive(ZipFile zip, Facts facts, ObjectNode manifest) throws IOException {
        this.zip = zip;
        this.facts = facts;
        this.seal = manifest.path(LinesArchive.SEAL).asText();
        this.sealed = ConfigJson.MAPPER.writeValueAsBytes(manifest.without(LinesArchive.SEAL));
    }

    /** Opens an archive; refused as invalid, with what is wrong, if it is none, is damaged, or holds anything that its manifest does not name. */
    static ArrivedArchive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException none) {
            throw unreadable(file.getFileName().toString());
        }
        try {
            ObjectNode manifest = manifest(zip);
            Map<String, String> columns = check(zip, manifest);
            return new ArrivedArchive(zip, facts(manifest, columns), manifest);
        } catch (ZipException | IllegalArgumentException | DateTimeException damaged) {
            zip.close();
            throw unreadable(LinesArchive.MANIFEST);
        } catch (IOException | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private static ObjectNode manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(LinesArchive.MANIFEST);
        if (entry == null) {
            throw unreadable(LinesArchive.MANIFEST);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            JsonNode manifest = ConfigJson.MAPPER.readTree(in.readNBytes(MOST_MANIFEST));
            if (!FORMAT.equals(manifest.path("format").asText())) {
                throw Problem.of(Problem.Kind.INVALID, "transfer.other-format", manifest.path("format").asText(), FORMAT);
            }
            return (ObjectNode) manifest;
        } catch (com.fasterxml.jackson.core.JsonProcessingException noJson) {
            throw unreadable(LinesArchive.MANIFEST);
        }
    }

    private static Map<String, String> check(ZipFile zip, JsonNode manifest) throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        TreeSet<String> unnamed = new TreeSet<>();
        zip.stream().map(ZipEntry::getName).forEach(unnamed::add);
        unnamed.remove(LinesArchive.MANIFEST);
        for (JsonNode file : manifest.path("files")) {
            String path = file.path("path").asText();
            if (!unnamed.remove(path) || !file.path("sha256").asText().equals(checksum(zip, path))) {
                throw Problem.of(Problem.Kind.INVALID, "transfer.damaged", path);
            }
            if (file.hasNonNull("columns")) {
                columns.put(path.replaceAll("^data/|\\.ndjson$", ""), file.path("columns").asText());
            }
        }
        if (!unnamed.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "transfer.damaged", unnamed.first());
        }
        return columns;
    }

    private static String checksum(ZipFile zip, String path) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(zip.getInputStream(zip.getEntry(path)), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Facts facts(JsonNode manifest, Map<String, String> columns) {
        List<String> hosts = new ArrayList<>();
        manifest.path("hosts").forEach(host -> hosts.add(host.asText()));
        return new Facts(new TenantId(Ids.parse(manifest.path("tenantId").asText()).orElseThrow(IllegalArgumentException::new)), manifest.path("tenant").asText(),
                Instant.parse(manifest.path("createdAt").asText()), manifest.path("configVersion").asInt(), hosts, columns, manifest.path("lastTicketNumber").asLong(), manifest.path("keys"));
    }

    Facts facts() {
        return facts;
    }

    /** What the seal stands on. */
    byte[] sealed() {
        return sealed.clone();
    }

    String seal() {
        return seal;
    }

    /** Refuses an archive of a release with other tables. */
    void requireTables(Map<String, String> here) {
        if (!facts.columns().equals(here)) {
            TreeMap<String, String> all = new TreeMap<>(here);
            all.putAll(facts.columns());
            String first = all.keySet().stream().filter(t -> !String.valueOf(here.get(t)).equals(facts.columns().get(t))).findFirst().orElse("");
            throw Problem.of(Problem.Kind.CONFLICT, "transfer.other-release", first);
        }
    }

    /** Gives the lines of a file, some at a time. */
    void batches(String path, Consumer<List<String>> taken) {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw Problem.of(Problem.Kind.INVALID, "transfer.damaged", path);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            long characters = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                characters += line.length();
                if (lines.size() == MOST_LINES || characters > MOST_CHARACTERS) {
                    taken.accept(lines);
                    lines = new ArrayList<>();
                    characters = 0;
                }
            }
            if (!lines.isEmpty()) {
                taken.accept(lines);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Problem unreadable(String what) {
        return Problem.of(Problem.Kind.INVALID, "transfer.unreadable", what);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
