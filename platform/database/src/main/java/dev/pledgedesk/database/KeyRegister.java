package dev.pledgedesk.database;

import dev.pledgedesk.database.DatabaseCheck.Account;
import java.sql.Connection;
import java.sql.SQLException;

/** Fingerprints of the keys that all nodes on one database share: the first node writes them, every other one is held against them. */
public final class KeyRegister {

    private KeyRegister() {
    }

    /**
     * Holds a key against the one that the nodes of a database use; the first one to ask decides.
     *
     * @param runtime     the application's account on a migrated database
     * @param purpose     what the key is for, such as {@code token}
     * @param fingerprint of this node's key
     * @return whether it is the key of all
     * @throws DatabaseFailure if the database cannot be asked
     */
    public static boolean agrees(Account runtime, String purpose, String fingerprint) {
        return ask(runtime, "INSERT INTO platform_key (purpose, fingerprint) VALUES (?, ?) ON CONFLICT (purpose) DO NOTHING", purpose, fingerprint);
    }

    /**
     * Makes a key the one that all nodes must have from now on.
     *
     * @param runtime     the application's account on a migrated database
     * @param purpose     what the key is for
     * @param fingerprint of the new key
     * @throws DatabaseFailure if the database cannot be asked
     */
    public static void replace(Account runtime, String purpose, String fingerprint) {
        ask(runtime, "INSERT INTO platform_key (purpose, fingerprint) VALUES (?, ?)"
            + " ON CONFLICT (purpose) DO UPDATE SET fingerprint = excluded.fingerprint, registered_at = now()", purpose, fingerprint);
    }

    private static boolean ask(Account runtime, String write, String purpose, String fingerprint) {
        try (Connection connection = runtime.open(); var register = connection.prepareStatement(write);
             var read = connection.prepareStatement("SELECT fingerprint FROM platform_key WHERE purpose = ?")) {
            register.setString(1, purpose);
            register.setString(2, fingerprint);
            register.executeUpdate();
            read.setString(1, purpose);
            try (var rows = read.executeQuery()) {
                return rows.next() && rows.getString(1).equals(fingerprint);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("The register of keys cannot be read (" + Reason.of(e) + "). Is the schema migrated? See pledgedesk check.", e);
        }
    }
}
