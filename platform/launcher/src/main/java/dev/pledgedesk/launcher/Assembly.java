package dev.pledgedesk.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Finishes the distribution folder in the build: unpacks the application server into plain jars, which a class archive needs, and records
 * that archive by starting the server once. Both are skipped when nothing they depend on has changed.
 */
public final class Assembly {

    private static final int LIMIT_MINUTES = 5;
    /** 2001 to 2004: older than any build, so that the build still sees what is newer. */
    private static final long FIRST_TIME = 1_000_000_000L;
    private static final long TIME_RANGE = 100_000_000L;

    private final Path distribution;

    private Assembly(Path distribution) {
        this.distribution = distribution;
    }

    /**
     * Called by the build.
     *
     * @param arguments the distribution folder, the application server's jar, the folder with files to copy, whether to make the archive
     * @throws Exception if the server cannot be unpacked; a missing archive only costs time and is no failure
     */
    public static void main(String[] arguments) throws Exception {
        var assembly = new Assembly(Path.of(arguments[0]));
        assembly.copyScripts(Path.of(arguments[2]));
        assembly.vouchForPlugins();
        assembly.unpackServer(Path.of(arguments[1]));
        assembly.setTimes();
        if (Boolean.parseBoolean(arguments[3])) {
            assembly.archiveClasses();
        }
    }

    private void copyScripts(Path source) throws IOException {
        Path script = distribution.resolve("bin/pledgedesk");
        Files.createDirectories(script.getParent());
        Files.copy(source.resolve("bin/pledgedesk"), script, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Plugins that come with the distribution are trusted as it is itself: by what is in them. */
    private void vouchForPlugins() throws Exception {
        Path trusted = Files.createDirectories(distribution.resolve("plugins/trusted"));
        var lines = new StringBuilder();
        try (Stream<Path> files = Files.walk(distribution.resolve("plugins"), 2)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                lines.append(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)))).append("  ").append(jar.getFileName()).append('\n');
            }
        }
        Files.writeString(trusted.resolve("shipped.sha256"), lines);
    }

    private void unpackServer(Path jar) throws Exception {
        Path micro = distribution.resolve("micro");
        Path stamp = micro.resolve("unpacked");
        String fingerprint = fingerprint(List.of(jar));
        if (matches(stamp, fingerprint)) {
            return;
        }
        delete(micro);
        int status = run(List.of(java(), "-jar", jar.toString(), "--rootdir", micro.toString(), "--outputlauncher"), distribution.resolveSibling("unpack.log"));
        if (status != 0 || !Files.exists(micro.resolve("launch-micro.jar"))) {
            throw new IOException("The application server could not be unpacked, see " + distribution.resolveSibling("unpack.log"));
        }
        Files.writeString(stamp, fingerprint);
    }

    private void archiveClasses() throws Exception {
        Path archive = distribution.resolve("desk.jsa");
        Path stamp = distribution.resolveSibling("desk.jsa.stamp");
        String fingerprint = fingerprint(inputs());
        if (Files.exists(archive) && matches(stamp, fingerprint)) {
            return;
        }
        Files.deleteIfExists(archive);
        Path draft = distribution.resolveSibling("desk.jsa.new");
        Path home = distribution.resolveSibling("warm-up-home");
        Path log = distribution.resolveSibling("warm-up.log");
        delete(home);
        Files.deleteIfExists(draft);
        System.out.println("Recording the class archive for quicker starts ...");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        int status = run(List.of(java(), "-XX:ArchiveClassesAtExit=" + draft, "-Xlog:disable", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Dpledgedesk.home=" + home, "-Dpledgedesk.http.port=" + port, "-Dpledgedesk.http.address=127.0.0.1",
            "-jar", distribution.resolve("pledgedesk.jar").toString(), "warm-up"), log);
        if (status == 0 && Files.exists(draft)) {
            Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(stamp, fingerprint);
            delete(home);
        } else {
            System.out.println("No class archive (status " + status + ", see " + log + "): the server works, but starts take longer.");
        }
    }

    private List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(distribution)) {
            return files.filter(Files::isRegularFile)
                .filter(file -> file.toString().endsWith(".jar") || file.toString().endsWith(".war") || file.startsWith(distribution.resolve("tenant-config")))
                .sorted().toList();
        }
    }

    /** Name and content of the files and the Java they are for. */
    private static String fingerprint(List<Path> files) throws IOException {
        var text = new StringBuilder(System.getProperty("java.vm.version") + System.getProperty("java.vm.vendor") + System.getProperty("os.arch"));
        for (Path file : files) {
            text.append('\n').append(file).append(' ').append(Files.size(file)).append(' ').append(checksum(file));
        }
        return text.toString();
    }

    private static long checksum(Path file) throws IOException {
        var checksum = new CRC32();
        try (var in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue();
    }

    /** The JVM rejects an archive when a jar has another time than at the recording; so a jar's time is made from its content. */
    private void setTimes() throws IOException {
        try (Stream<Path> jars = Stream.concat(Files.list(distribution), Files.list(distribution.resolve("lib")))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(jar, FileTime.from(FIRST_TIME + checksum(jar) % TIME_RANGE, TimeUnit.SECONDS));
            }
        }
    }

    private static boolean matches(Path stamp, String fingerprint) throws IOException {
        return Files.exists(stamp) && Files.readString(stamp).equals(fingerprint);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int run(List<String> command, Path log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // The settings of whoever builds must not reach the trial start: an external database would be migrated.
        var names = new ArrayList<>(builder.environment().keySet());
        names.stream().filter(name -> name.startsWith("PLEDGEDESK_")).forEach(builder.environment()::remove);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
