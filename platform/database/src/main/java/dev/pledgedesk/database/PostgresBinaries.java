package dev.pledgedesk.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs: found on the class path for this machine and unpacked once into a directory of ours. */
final class PostgresBinaries {

    /** The major version of the bundled server; a data directory of another one cannot be opened. */
    static final int MAJOR = 18;
    private static final int BUFFER = 1 << 16;
    private static final String DRAFT = "unpacking-";

    private PostgresBinaries() {
    }

    /**
     * The directory with {@code bin/}, {@code lib/} and {@code share/}; unpacked when it is not there yet.
     *
     * @param parent  where unpacked programs are kept, one directory per version
     * @throws DatabaseFailure if this machine has no bundled PostgreSQL or the disk refuses
     */
    static Path unpacked(Path parent) {
        URL archive = find();
        try {
            Path target = parent.resolve("programs-" + MAJOR + "-" + fingerprint(archive));
            if (!Files.isDirectory(target)) {
                unpack(archive, parent, target);
            }
            return target;
        } catch (IOException e) {
            throw new DatabaseFailure("PostgreSQL cannot be unpacked into " + parent + " (" + Reason.of(e)
                + "). Check free space and permissions of that directory.", e);
        }
    }

    private static URL find() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.contains("linux") ? "linux" : os.contains("mac") ? "darwin" : os;
        String hardware = switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        String name = "postgres-" + system + "-" + hardware;
        boolean alpine = Files.exists(Path.of("/etc/alpine-release"));
        URL found = PostgresBinaries.class.getClassLoader().getResource(name + (alpine ? "-alpine_linux" : "") + ".txz");
        if (found == null) {
            throw new DatabaseFailure("There is no bundled PostgreSQL for this machine (" + system + ", " + hardware
                + "). Set PLEDGEDESK_DB_URL to a PostgreSQL of your own.");
        }
        return found;
    }

    private static String fingerprint(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return "unpacked";
    }

    private static void unpack(URL archive, Path parent, Path target) throws IOException {
        Files.createDirectories(parent);
        removeLeftovers(parent);
        // Unpacked beside and moved, so that an interrupted first start does not leave half a PostgreSQL behind.
        Path draft = Files.createTempDirectory(parent, DRAFT);
        try {
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive), BUFFER)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(entry, tar, draft);
                }
            }
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(draft.resolve("bin"), LinkOption.NOFOLLOW_LINKS));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            // Another process was quicker; its copy is as good.
        } finally {
            PrivateFiles.deleteTree(draft);
        }
    }

    /** What starts that were killed have left; younger than an hour it may be the work of a process that is just at it. */
    private static void removeLeftovers(Path parent) throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        try (var drafts = Files.newDirectoryStream(parent, DRAFT + "*")) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).compareTo(old) < 0) {
                    PrivateFiles.deleteTree(draft);
                }
            }
        }
    }

    private static InputStream open(URL archive) throws IOException {
        var connection = archive.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("an entry leaves the directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, directory.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }
}
