package dev.pledgedesk.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The archive of a tenant that moves, as far as one has to know it to send it; the server checks the rest. */
final class TransferFile {

    private TransferFile() {
    }

    /** The key of the tenant in an archive. */
    static String tenantOf(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry manifest = zip.getEntry("manifest.json");
            if (manifest == null) {
                throw new LauncherFailure(ExitCode.USAGE, file + " is no archive of a tenant.");
            }
            try (InputStream in = zip.getInputStream(manifest)) {
                return new ObjectMapper().readTree(in).path("tenant").asText();
            }
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.USAGE, file + " is no archive of a tenant (" + OneLine.reason(e) + ").", e);
        }
    }
}
