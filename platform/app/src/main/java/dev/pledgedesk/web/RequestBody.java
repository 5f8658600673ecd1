package dev.pledgedesk.web;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Sha256;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** The body of a request, read to its end before the request is done: a small one in memory, a large one in a file that {@link #close} deletes. */
final class RequestBody implements AutoCloseable {

    private static final int IN_MEMORY = 64 * 1024;
    private static final int MAX_JSON = 5_000_000;

    private final MessageDigest digest;
    private final byte[] bytes;
    private final Path file;
    private InputStream opened;

    private RequestBody(MessageDigest digest, byte[] bytes, Path file) {
        this.digest = digest;
        this.bytes = bytes;
        this.file = file;
    }

    /** Reads a body; one that is too long is refused, a file above {@code mostBytes}. */
    static RequestBody read(ContainerRequestContext request, long mostBytes) throws IOException {
        boolean json = request.getMediaType() == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
        MessageDigest digest = Sha256.digest();
        InputStream in = new DigestInputStream(request.getEntityStream(), digest);
        byte[] start = in.readNBytes(json ? MAX_JSON + 1 : IN_MEMORY);
        if (json && start.length > MAX_JSON) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "problem.body-too-large");
        }
        if (json || start.length < IN_MEMORY) {
            return new RequestBody(digest, start, null);
        }
        Path file = Files.createTempFile("pledgedesk-body", null);
        try (OutputStream out = Files.newOutputStream(file)) {
            long size = 0;
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
            for (byte[] part = whole.readNBytes(IN_MEMORY); part.length > 0; part = whole.readNBytes(IN_MEMORY)) {
                size += part.length;
                if (size > mostBytes) {
                    throw Problem.of(Problem.Kind.TOO_LARGE, "attachment.too-large", mostBytes / (1024 * 1024));
                }
                out.write(part);
            }
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
        return new RequestBody(digest, null, file);
    }

    /** The bytes, once. */
    InputStream open() throws IOException {
        opened = file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
        return opened;
    }

    /** SHA-256 of the body and of where it was sent. */
    byte[] hash(URI address) {
        digest.update((byte) 0);
        digest.update(address.getRawPath().getBytes(StandardCharsets.UTF_8));
        if (address.getRawQuery() != null) {
            digest.update((byte) '?');
            digest.update(address.getRawQuery().getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest();
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
