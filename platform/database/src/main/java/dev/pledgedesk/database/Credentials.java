package dev.pledgedesk.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Names and passwords of the database roles of one home, kept in a file that only its owner can read. */
public final class Credentials {

    private static final List<String> ACCOUNTS = List.of(Roles.SUPERUSER, Roles.OWNER, Roles.APP, Roles.BACKUP);
    private static final int RANDOM_BYTES = 24;

    private final Map<String, String> passwords;

    private Credentials(Map<String, String> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    /**
     * Reads the file, or makes passwords and writes it when it does not exist.
     *
     * @param file a properties file, role = password
     * @return the passwords of all roles that can sign in
     * @throws DatabaseFailure if the file cannot be read or written, or a role is missing in it
     */
    public static Credentials readOrCreate(Path file) {
        try {
            return Files.exists(file) ? read(file) : create(file);
        } catch (IOException e) {
            throw new DatabaseFailure("The password file " + file + " cannot be used (" + Reason.of(e) + "). Check its owner and mode.", e);
        }
    }

    private static Credentials read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        var passwords = new TreeMap<String, String>();
        for (String account : ACCOUNTS) {
            String password = properties.getProperty(account);
            if (password == null || password.isBlank()) {
                throw new DatabaseFailure("The password file " + file + " has no password for " + account + ". Restore the file from a backup.");
            }
            passwords.put(account, password);
        }
        return new Credentials(passwords);
    }

    private static Credentials create(Path file) throws IOException {
        var credentials = random();
        var properties = new Properties();
        properties.putAll(credentials.passwords);
        PrivateFiles.createDirectory(file.getParent());
        // Written beside and moved: a crash in between must not leave half a password file beside a good cluster.
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        PrivateFiles.create(draft);
        try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            properties.store(out, "Database passwords of PledgeDesk. Keep with the data directory.");
        }
        Files.move(draft, file);
        return credentials;
    }

    /**
     * Fresh random passwords that are written nowhere.
     *
     * @return passwords of all roles that can sign in
     */
    public static Credentials random() {
        var random = new SecureRandom();
        var passwords = new TreeMap<String, String>();
        for (String account : ACCOUNTS) {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            passwords.put(account, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return new Credentials(passwords);
    }

    /**
     * The password of a role.
     *
     * @param role one of the names in {@link Roles} that can sign in
     * @return its password
     * @throws IllegalArgumentException for any other name
     */
    public String password(String role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalArgumentException("No password is kept for the role " + role);
        }
        return password;
    }
}
