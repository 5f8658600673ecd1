package dev.pledgedesk.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file as an answer: always a download, never shown or run by the browser in our origin. */
public final class Download {

    private Download() {
    }

    /** The answer for an archive that is made while it is sent, so that its size is not known. */
    public static Response archive(String fileName, StreamingOutput bytes) {
        return Response.ok(bytes, "application/zip").header("Content-Disposition", "attachment; filename=\"" + fileName + "\"").header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store").build();
    }

    /** The answer for a table that is made while it is sent. */
    public static Response csv(String fileName, StreamingOutput bytes) {
        return Response.ok(bytes, "text/csv;charset=UTF-8").header("Content-Disposition", "attachment; filename=\"" + fileName + "\"").header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store").build();
    }

    /** The answer for a document. */
    public static Response pdf(String fileName, StreamingOutput bytes) {
        return Response.ok(bytes, "application/pdf").header("Content-Disposition", "attachment; filename=\"" + fileName + "\"").header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store").build();
    }

    /** The answer for a file; its name may hold any character. */
    public static Response of(String fileName, long size, StreamingOutput bytes) {
        String ascii = fileName.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\/%]", "_");
        String utf8 = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(bytes, "application/octet-stream").header("Content-Length", size)
                .header("Content-Disposition", "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8)
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store").build();
    }
}
