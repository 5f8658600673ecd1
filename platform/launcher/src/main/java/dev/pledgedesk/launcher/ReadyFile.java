package dev.pledgedesk.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.database.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What scripts need to know about a running server, as it stands in {@code ready.json} of the home. The file is there exactly as long as
 * the server serves, and only its owner can read it: it holds a token.
 *
 * @param baseUrl   the operator's address
 * @param operator  how to act as the operator
 * @param tenants   the desks that were set up at this start, empty outside the demo
 * @param pid       the process to send SIGTERM to
 * @param startedAt when it was ready, UTC, RFC 3339
 */
public record ReadyFile(String baseUrl, Operator operator, List<Tenant> tenants, long pid, String startedAt) {

    /**
     * How to act as the operator.
     *
     * @param url   the operator's console
     * @param token a bearer token for the REST interface
     */
    public record Operator(String url, String token) {

        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * One desk.
     *
     * @param id       its key
     * @param portal   address of the customers' pages
     * @param console  address of the staff's pages
     * @param accounts who can sign in
     */
    public record Tenant(String id, String portal, String console, List<Account> accounts) {
    }

    /**
     * A demo account.
     *
     * @param role     what it may do
     * @param name     name to sign in with, a customer's mail address
     * @param password its password; null for a customer, who gets a code by mail
     */
    public record Account(String role, String name, String password) {

        @Override
        public String toString() {
            return role + " " + name;
        }
    }

    /**
     * Writes the file in one step: a script sees all of it or nothing.
     *
     * @param file where
     * @return closes by deleting the file
     * @throws IOException if the disk refuses
     */
    public AutoCloseable write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        PrivateFiles.create(draft);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), this);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return () -> Files.deleteIfExists(file);
    }

    /**
     * Reads the file of a running server.
     *
     * @param file where
     * @return its content
     * @throws IOException if it is not there or not readable
     */
    public static ReadyFile read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), ReadyFile.class);
    }
}
