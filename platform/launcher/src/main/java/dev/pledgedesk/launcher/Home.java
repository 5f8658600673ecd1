package dev.pledgedesk.launcher;

import dev.pledgedesk.database.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory that holds all that a server keeps. Whoever has this object has it alone: a lock of the operating system, released by
 * any kind of end, stands between two servers on the same home.
 */
public final class Home implements AutoCloseable {

    private static final long NEEDED_BYTES = 500L << 20;

    private final Path directory;
    private final FileChannel lockFile;

    private Home(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /**
     * Creates the directory if need be, checks that it can be written and has room, and locks it.
     *
     * @param directory the home
     * @return the locked home; close it to release the lock
     * @throws LauncherFailure with one line for the user
     */
    public static Home open(Path directory) {
        FileChannel channel = null;
        try {
            PrivateFiles.createHome(directory);
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LauncherFailure(ExitCode.BUSY, "Another PledgeDesk uses " + directory + ". Stop it, or choose another home by PLEDGEDESK_HOME.");
            }
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < NEEDED_BYTES) {
                channel.close();
                throw new LauncherFailure(ExitCode.DISK, "Only " + (free >> 20) + " MB are free for " + directory + ", " + (NEEDED_BYTES >> 20)
                    + " MB are needed. Make room, or choose another home by PLEDGEDESK_HOME.");
            }
            var home = new Home(directory, channel);
            PrivateFiles.createDirectory(home.logs());
            PrivateFiles.createDirectory(home.keys());
            PrivateFiles.createDirectory(home.micro());
            return home;
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.HOME, "The home directory " + directory + " cannot be written (" + OneLine.reason(e)
                + "). Check its permissions, or choose another one by PLEDGEDESK_HOME.", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /**
     * Where it is.
     *
     * @return an absolute path
     */
    public Path directory() {
        return directory;
    }

    /** Logs of the server and of PostgreSQL's start. */
    Path logs() {
        return directory.resolve("log");
    }

    /** Keys and passwords; only the owner can enter. */
    Path keys() {
        return directory.resolve("keys");
    }

    /** The application server's working directory. */
    Path micro() {
        return directory.resolve("micro");
    }

    /**
     * What scripts read to find a running server.
     *
     * @param home the home directory
     * @return the file, which need not be there
     */
    public static Path readyFile(Path home) {
        return home.resolve("ready.json");
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            // The lock ends with the process in any case.
            System.getLogger(Home.class.getName()).log(System.Logger.Level.DEBUG, "lock file", e);
        }
    }
}
