package dev.pledgedesk.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that only their owner can read, and removal of whole directories. */
public final class PrivateFiles {

    private PrivateFiles() {
    }

    /**
     * Creates an empty file with mode 600.
     *
     * @param file must not exist
     * @throws IOException if it exists or cannot be created
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /**
     * Creates a directory with mode 700 if it does not exist; parents get the default mode.
     *
     * @param directory the directory
     * @throws IOException if it cannot be created
     */
    public static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /**
     * Creates the home directory with mode 711 if it does not exist: others may pass through it but not look around. PostgreSQL may have to
     * run as another user and pass through; what is in the home has its own, closer, modes.
     *
     * @param home the home directory
     * @throws IOException if it cannot be created
     */
    public static void createHome(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            Files.createDirectories(home.toAbsolutePath().getParent());
            Files.createDirectory(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    /**
     * Deletes a directory with all that is in it; links are deleted, not followed.
     *
     * @param directory may be absent
     * @throws IOException if something in it cannot be deleted
     */
    public static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
