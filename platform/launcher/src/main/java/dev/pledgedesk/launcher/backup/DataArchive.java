package dev.pledgedesk.launcher.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An archive of data, read. Whatever is wrong with it is said in one line that names the file. */
public final class DataArchive implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private DataArchive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens an archive and reads what it says of itself.
     *
     * @param file an archive
     * @return to be closed
     * @throws LauncherFailure if it is absent, truncated, damaged, not ours or of a newer format
     */
    public static DataArchive open(Path file) {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            ZipEntry entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                zip.close();
                throw bad(file, "is no backup of PledgeDesk's data", null);
            }
            Manifest manifest;
            try (InputStream in = zip.getInputStream(entry)) {
                manifest = new ObjectMapper().readValue(in, Manifest.class);
            }
            if (!Manifest.FORMAT.equals(manifest.format())) {
                zip.close();
                throw bad(file, "was written by another release of PledgeDesk (format " + manifest.format() + "); use that one", null);
            }
            return new DataArchive(file, zip, manifest);
        } catch (NoSuchFileException absent) {
            throw bad(file, "does not exist", absent);
        } catch (ZipException truncated) {
            throw bad(file, "is no backup of PledgeDesk, or a part of it is missing", truncated);
        } catch (JsonProcessingException | NullPointerException unreadable) {
            close(zip);
            throw bad(file, "is no backup of PledgeDesk's data", unreadable);
        } catch (IOException broken) {
            close(zip);
            throw bad(file, "cannot be read (" + broken.getMessage() + ")", broken);
        }
    }

    private static void close(ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            System.getLogger(DataArchive.class.getName()).log(System.Logger.Level.DEBUG, "archive", e);
        }
    }

    private static LauncherFailure bad(Path file, String what, Exception cause) {
        return new LauncherFailure(ExitCode.USAGE, file + " " + what + ". Nothing was changed.", cause);
    }

    /** What is in it. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads all of it and compares every table with its checksum.
     *
     * @throws LauncherFailure naming the first table that differs
     */
    public void verify() {
        for (Manifest.Table table : manifest.tables()) {
            try (Rows rows = rows(table)) {
                rows.transferTo(OutputStream.nullOutputStream());
                rows.requireWhole();
            } catch (IOException unreadable) {
                throw damaged(table, unreadable);
            }
        }
    }

    /** The rows of a table. */
    Rows rows(Manifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw damaged(table, null);
        }
        return new Rows(zip.getInputStream(entry), table);
    }

    private LauncherFailure damaged(Manifest.Table table, Exception cause) {
        return bad(file, "is damaged: the rows of " + table.name() + " are not what was written", cause);
    }

    /** Rows that know at their end whether they are the ones that were written. */
    final class Rows extends DigestInputStream {

        private final Manifest.Table table;

        private Rows(InputStream in, Manifest.Table table) {
            super(in, DataBackup.sha256());
            this.table = table;
        }

        /** To be called at the end. */
        void requireWhole() {
            if (!HexFormat.of().formatHex(getMessageDigest().digest()).equals(table.sha256())) {
                throw damaged(table, null);
            }
        }
    }

    @Override
    public void close() {
        close(zip);
    }
}
