package dev.pledgedesk.launcher.backup;

import dev.pledgedesk.database.PrivateFiles;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/** A zip file that is there whole or not at all, on disk when it is, and for its owner's eyes only. */
final class PrivateZip implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path draft;
    private final FileChannel channel;
    private final ZipOutputStream zip;

    private PrivateZip(Path target, Path draft, FileChannel channel) {
        this.target = target;
        this.draft = draft;
        this.channel = channel;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        // Twice as quick as the default for a few percent of size.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Begins a file.
     *
     * @param file must not exist; its folder must
     */
    static PrivateZip create(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new LauncherFailure(ExitCode.USAGE, target + " exists already. A backup overwrites nothing.");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new LauncherFailure(ExitCode.USAGE, "The folder " + target.getParent() + " does not exist.");
        }
        Path draft = target.resolveSibling(target.getFileName() + ".partial");
        Files.deleteIfExists(draft);
        PrivateFiles.create(draft);
        return new PrivateZip(target, draft, FileChannel.open(draft, StandardOpenOption.WRITE));
    }

    /** Where entries go. */
    ZipOutputStream entries() {
        return zip;
    }

    /** All is written: the file gets its name. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without {@link #finish} nothing is left behind. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
        }
        Files.deleteIfExists(draft);
    }
}
