package dev.pledgedesk.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that this program was started from.
 *
 * @param directory holds {@code pledgedesk.jar}, {@code pledgedesk.war}, {@code micro/} and {@code tenant-config/}
 */
record Distribution(Path directory) {

    /** System property that names another WAR, for tests of the launcher itself. */
    static final String WAR_PROPERTY = "pledgedesk.war";

    /** Finds it by the jar that this class came from. */
    static Distribution find() {
        try {
            Path jar = Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            var distribution = new Distribution(jar.toAbsolutePath().getParent());
            if (!Files.isRegularFile(distribution.bootJar()) || !Files.isRegularFile(distribution.war())) {
                throw new LauncherFailure(ExitCode.APPLICATION, "The folder " + distribution.directory
                    + " is incomplete: pledgedesk.war or micro/ is missing. Build or unpack it again.");
            }
            return distribution;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The application. */
    Path war() {
        String other = System.getProperty(WAR_PROPERTY);
        return other == null ? directory.resolve("pledgedesk.war") : Path.of(other).toAbsolutePath();
    }

    /** The unpacked application server: its jars and the files that every working directory begins with. */
    Path server() {
        return directory.resolve("micro");
    }

    /** The application server's first jar, whose manifest names all others. */
    Path bootJar() {
        return server().resolve("launch-micro.jar");
    }

    /** The plugins that come with it, and what names them as trusted. */
    Path plugins() {
        return directory.resolve("plugins");
    }

    /** The vendors that the demo shows. */
    Path tenantConfig() {
        return directory.resolve("tenant-config");
    }
}
