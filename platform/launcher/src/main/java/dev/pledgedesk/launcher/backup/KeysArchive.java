package dev.pledgedesk.launcher.backup;

import dev.pledgedesk.database.PrivateFiles;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The platform's keys as one file, apart from the data: the files of the home, and the wrapped keys of tenants and persons in the database's key store. The passwords of the embedded database's roles are not among them: they belong to its data
 * directory, and every home makes its own; nor is the token for figures, which every start makes anew.
 */
public final class KeysArchive {

    private static final String MARK = "pledgedesk-keys-1";
    private static final String PASSWORDS = "database.properties";
    private static final String TOKEN = "metrics.token";
    private static final long LARGEST_KEY = 10_000_000;

    private KeysArchive() {
    }

    /**
     * What is in an archive.
     *
     * @param files files with keys
     * @param keys  wrapped keys of tenants and persons
     */
    public record Content(int files, long keys) {
    }

    /**
     * Writes the keys of a home and of its database.
     *
     * @param keys  the home's directory for keys
     * @param owner a connection of the owner role; in no transaction
     * @param file  must not exist; mode 600
     * @return what is in it
     * @throws IOException  if a key cannot be read or the disk refuses
     * @throws SQLException if the database refuses
     */
    public static Content write(Path keys, Connection owner, Path file) throws IOException, SQLException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(keys)) {
            files = all.filter(Files::isRegularFile).filter(f -> !f.equals(keys.resolve(PASSWORDS)) && !f.equals(keys.resolve(TOKEN)) && !f.toString().endsWith(".new")).sorted().toList();
        }
        try (PrivateZip zip = PrivateZip.create(file)) {
            zip.entries().putNextEntry(new ZipEntry(MARK));
            zip.entries().closeEntry();
            for (Path key : files) {
                zip.entries().putNextEntry(new ZipEntry("keys/" + keys.relativize(key).toString().replace('\\', '/')));
                Files.copy(key, zip.entries());
                zip.entries().closeEntry();
            }
            long stored = StoredKeys.exists(owner) ? StoredKeys.write(owner, zip.entries()) : 0;
            zip.finish();
            return new Content(files.size(), stored);
        }
    }

    /**
     * Brings the keys of tenants and persons back into the key store of a database. What was destroyed there or in the archive stays destroyed.
     *
     * @param file    an archive of keys
     * @param owner   a connection of the owner role; in no transaction
     * @param replace whether other keys of the same tenants and persons may go
     * @return how many keys the archive holds
     * @throws IOException     if the file cannot be read
     * @throws SQLException    if the database refuses; nothing was changed then
     * @throws LauncherFailure if the database has no key store to put them into
     */
    public static long restoreStore(Path file, Connection owner, boolean replace) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (!StoredKeys.isIn(zip)) {
                return 0;
            }
            if (!StoredKeys.exists(owner)) {
                throw new LauncherFailure(ExitCode.USAGE, file + " holds keys of persons, and this database has nowhere to put them. Restore the data with them, or serve once. Nothing was changed.");
            }
            return StoredKeys.restore(owner, zip, replace);
        }
    }

    /**
     * How many customers nobody can read, because the key store has no key of theirs.
     *
     * @param owner a connection of the owner role
     * @return 0 when all keys are there
     * @throws SQLException if the database refuses
     */
    public static long missing(Connection owner) throws SQLException {
        return StoredKeys.missing(owner);
    }

    /**
     * Puts the keys into a home.
     *
     * @param file    an archive of keys
     * @param keys    the home's directory for keys
     * @param replace whether keys that are there may go
     * @return how many files were put there
     * @throws IOException     if the disk refuses
     * @throws LauncherFailure if the file is no archive of keys, or the home has other keys
     */
    public static int restore(Path file, Path keys, boolean replace) throws IOException {
        List<ZipEntry> entries = requireRestorable(file, keys, replace);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : entries) {
                Path key = place(keys, entry, file);
                PrivateFiles.createDirectory(key.getParent());
                Files.deleteIfExists(key);
                PrivateFiles.create(key);
                try (var in = zip.getInputStream(entry)) {
                    Files.write(key, in.readNBytes((int) LARGEST_KEY));
                }
            }
        }
        return entries.size();
    }

    /**
     * Looks whether {@link #restore} would do its work; changes nothing.
     *
     * @param file    an archive of keys
     * @param keys    the home's directory for keys
     * @param replace whether keys that are there may go
     * @return what would be restored
     * @throws IOException     if the file cannot be read
     * @throws LauncherFailure if it is no archive of keys, or the home has keys of its own
     */
    public static List<ZipEntry> requireRestorable(Path file, Path keys, boolean replace) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(MARK) == null) {
                throw bad(file, null);
            }
            List<ZipEntry> entries = zip.stream().filter(e -> e.getName().startsWith("keys/")).<ZipEntry>map(e -> e).toList();
            for (ZipEntry entry : entries) {
                if (Files.exists(place(keys, entry, file)) && !replace) {
                    throw new LauncherFailure(ExitCode.USAGE, "The home has keys of its own (" + place(keys, entry, file) + "). Nothing was changed. "
                        + "To throw them away, see pledgedesk restore --help.");
                }
            }
            return entries;
        } catch (ZipException damaged) {
            throw bad(file, damaged);
        }
    }

    private static Path place(Path keys, ZipEntry entry, Path file) {
        Path place = keys.resolve(entry.getName().substring("keys/".length())).normalize();
        if (!place.startsWith(keys) || place.equals(keys)) {
            throw bad(file, null);
        }
        return place;
    }

    private static LauncherFailure bad(Path file, Exception cause) {
        return new LauncherFailure(ExitCode.USAGE, file + " is no backup of PledgeDesk's keys, or is damaged. Nothing was changed.", cause);
    }
}
