package dev.pledgedesk.page;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Everywhere;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.kernel.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** Static files: our own below {@code assets/}, those of libraries out of their WebJars. Addresses change with the content, so browsers keep them. */
@ApplicationScoped
@Path("/assets")
public class Assets {

    private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8", "svg", "image/svg+xml",
            "woff2", "font/woff2", "png", "image/png", "ico", "image/x-icon");
    /** What of the libraries is served, and where it is in their jars; nothing else in them can be reached. */
    private static final Map<String, String> LIBRARIES = Map.of("lib/bootstrap.css", "bootstrap/5.3.8/dist/css/bootstrap.min.css",
            "lib/htmx.js", "htmx.org/2.0.10/dist/htmx.min.js");

    private record File(byte[] plain, byte[] zipped, String type, String version) {
    }

    private static final Map<String, Optional<File>> FILES = new ConcurrentHashMap<>();

    /** The address of a file, which changes with its content; throws if there is no such file. */
    public static String address(String path) {
        return "/assets/" + FILES.computeIfAbsent(path, Assets::load).orElseThrow(() -> new IllegalArgumentException(path)).version() + "/" + path;
    }

    /** A file; {@code version} is only there to make the address change. */
    @GET
    @Public
    @Everywhere
    @Path("/{version}/{path:.+}")
    public Response get(@PathParam("version") String version, @PathParam("path") String path, @HeaderParam("Accept-Encoding") String encodings) {
        if (path.contains("..") || FILES.size() > 500) {
            throw Problem.notFound();
        }
        File file = FILES.computeIfAbsent(path, Assets::load).orElseThrow(Problem::notFound);
        boolean zip = encodings != null && encodings.contains("gzip");
        var response = Response.ok(zip ? file.zipped() : file.plain()).header("Content-Type", file.type()).header("Vary", "Accept-Encoding")
                .header("Cache-Control", "public, max-age=31536000, immutable");
        return (zip ? response.header("Content-Encoding", "gzip") : response).build();
    }

    private static Optional<File> load(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        String resource = LIBRARIES.containsKey(path) ? "/META-INF/resources/webjars/" + LIBRARIES.get(path) : "/assets/" + path;
        try (InputStream in = type == null ? null : Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] plain = in.readAllBytes();
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write(plain);
            }
            String version = Sha256.hex(plain).substring(0, 12);
            return Optional.of(new File(plain, zipped.toByteArray(), type, version));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
