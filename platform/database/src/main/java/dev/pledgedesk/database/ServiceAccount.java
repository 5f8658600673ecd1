package dev.pledgedesk.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL's programs run. They refuse root, so under root they get a user namespace in which we are nobody in particular;
 * where the system forbids namespaces they run as another user of the machine, who then owns the files.
 *
 * @param prefix what stands before a program on the command line, empty for an ordinary user
 * @param owner  the user who must own PostgreSQL's files
 */
record ServiceAccount(List<String> prefix, UserPrincipal owner) {

    /** System property that names the user to run as when we are root, instead of trying a user namespace first. */
    static final String USER_PROPERTY = "pledgedesk.db.os-user";
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");
    private static final int TRY_SECONDS = 20;

    ServiceAccount {
        prefix = List.copyOf(prefix);
    }

    /**
     * Finds a way that works here, by trying.
     *
     * @param directory an existing directory that PostgreSQL will have to reach
     * @throws DatabaseFailure if root has no way to start a program as somebody else
     */
    static ServiceAccount detect(Path directory) {
        try {
            if (!isRoot()) {
                return new ServiceAccount(List.of(), Files.getOwner(Files.createDirectories(directory)));
            }
            String wanted = System.getProperty(USER_PROPERTY, "");
            // It asks for a name as well: initdb wants one, and not every machine has an entry for the user without a mapping.
            if (wanted.isEmpty() && runs(List.of("unshare", "-U", "--", "id", "-un"))) {
                return new ServiceAccount(List.of("unshare", "-U", "--"), user(directory, "root"));
            }
            return otherUser(directory, wanted);
        } catch (IOException e) {
            throw new DatabaseFailure("PostgreSQL cannot be given the directory " + directory + " (" + Reason.of(e) + ").", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static ServiceAccount otherUser(Path directory, String wanted) throws IOException {
        for (String name : wanted.isEmpty() ? CANDIDATES : List.of(wanted)) {
            UserPrincipal user;
            try {
                user = user(directory, name);
            } catch (IOException unknown) {
                continue;
            }
            Files.setOwner(directory, user);
            for (List<String> prefix : waysToBecome(name, directory)) {
                var probe = new ArrayList<>(prefix);
                probe.addAll(List.of("test", "-x", directory.toString()));
                if (runs(probe)) {
                    return new ServiceAccount(prefix, user);
                }
            }
        }
        throw new DatabaseFailure("PostgreSQL does not run as root, and no other user of this machine can reach " + directory
            + ". Start as a normal user, or set PLEDGEDESK_HOME to a directory that others may enter, for example below /var/lib.");
    }

    /** From the least to the most: plain, then allowed to pass directories such as /root that are closed to other users. */
    private static List<List<String>> waysToBecome(String name, Path directory) {
        List<String> plain = List.of("setpriv", "--reuid=" + name, "--regid=" + group(directory, name), "--clear-groups");
        var ways = new ArrayList<List<String>>();
        ways.add(with(plain, "--inh-caps=-all", "--"));
        for (String right : List.of("dac_read_search", "dac_override")) {
            // Without the secure bit access(2), by which PostgreSQL looks for its own files, ignores the right.
            ways.add(with(plain, "--securebits=+no_setuid_fixup", "--inh-caps=-all,+" + right, "--ambient-caps=+" + right, "--"));
        }
        ways.add(List.of("runuser", "-u", name, "--"));
        ways.add(List.of("su", "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"));
        return ways;
    }

    private static List<String> with(List<String> start, String... more) {
        var all = new ArrayList<>(start);
        all.addAll(List.of(more));
        return all;
    }

    private static String group(Path directory, String name) {
        for (String group : List.of(name, "nogroup", "nobody")) {
            try {
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group);
                return group;
            } catch (IOException unknown) {
                continue;
            }
        }
        return "65534";
    }

    private static UserPrincipal user(Path directory, String name) throws IOException {
        return directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(Path.of("/dev/null").toFile()).start();
            if (process.waitFor(TRY_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The whole command line for one of PostgreSQL's programs. */
    List<String> command(List<String> program) {
        var command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /**
     * Makes the service user the owner of a directory and all in it, as after a move from a machine with namespaces to one without.
     *
     * @throws DatabaseFailure if the system refuses
     */
    void own(Path directory) {
        try {
            if (!Files.exists(directory) || prefix.isEmpty()) {
                return;
            }
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                    return give(visited);
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    return give(file);
                }
            });
        } catch (IOException e) {
            throw new DatabaseFailure("The files in " + directory + " cannot be given to the user " + owner.getName() + " (" + Reason.of(e) + ").", e);
        }
    }

    private FileVisitResult give(Path path) throws IOException {
        if (!owner.equals(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS))) {
            Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).setOwner(owner);
        }
        return FileVisitResult.CONTINUE;
    }
}
