package dev.pledgedesk.launcher;

import dev.pledgedesk.database.Bootstrap;
import dev.pledgedesk.database.Credentials;
import dev.pledgedesk.database.DatabaseCheck;
import dev.pledgedesk.database.DatabaseCheck.Account;
import dev.pledgedesk.database.DatabaseFailure;
import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.database.Finding;
import dev.pledgedesk.database.Migrations;
import dev.pledgedesk.database.Roles;
import java.util.List;

/**
 * The database that a command works with, embedded or external, and the accounts for it.
 *
 * @param runtime  the account of the application
 * @param owner    the account for migrations, null when an external database is migrated by somebody else
 * @param backup   the account that reads everything, null when it is not known
 * @param embedded the running embedded server, null for an external one
 */
record DatabaseAccess(Account runtime, Account owner, Account backup, EmbeddedDatabase embedded) implements AutoCloseable {

    /** Starts the embedded server of the home, or just remembers where the external one is. */
    static DatabaseAccess open(Settings settings) {
        return settings.external().map(DatabaseAccess::external).orElseGet(() -> of(EmbeddedDatabase.start(settings.home())));
    }

    /** The database while a server may use it: an embedded one that runs is joined, one that does not is started until the process ends. */
    static DatabaseAccess join(Settings settings) throws Exception {
        if (settings.external().isPresent()) {
            return open(settings);
        }
        try {
            var shutdown = new Shutdown();
            Home home = Home.open(settings.home());
            shutdown.add(home);
            ServerLog.install(home);
            return shutdown.start(() -> open(settings));
        } catch (LauncherFailure e) {
            if (e.exitCode() == ExitCode.BUSY) {
                return of(EmbeddedDatabase.running(settings.home()));
            }
            throw e;
        }
    }

    /** The accounts of an external database. */
    static DatabaseAccess external(Settings.External external) {
        Account owner = external.ownerUser() == null ? null : new Account(external.url(), external.ownerUser(), external.ownerPassword());
        Account backup = external.backupUser() == null ? owner : new Account(external.url(), external.backupUser(), external.backupPassword());
        return new DatabaseAccess(new Account(external.url(), external.user(), external.password()), owner, backup, null);
    }

    /** The accounts of an embedded database that runs. */
    static DatabaseAccess of(EmbeddedDatabase database) {
        String url = database.url(Roles.DATABASE);
        Credentials credentials = database.credentials();
        return new DatabaseAccess(new Account(url, Roles.APP, credentials.password(Roles.APP)),
            new Account(url, Roles.OWNER, credentials.password(Roles.OWNER)), new Account(url, Roles.BACKUP, credentials.password(Roles.BACKUP)), database);
    }

    /** Roles, then schema. Returns how many migrations ran. */
    int prepare() {
        if (embedded != null) {
            Bootstrap.apply(embedded);
        }
        int count = 0;
        if (owner != null) {
            try {
                count = new Migrations(owner.url(), owner.user(), owner.password()).migrate();
            } catch (DatabaseFailure e) {
                throw new LauncherFailure(ExitCode.MIGRATION, e.getMessage(), e);
            }
        }
        if (embedded == null) {
            requireFit();
        }
        return count;
    }

    /** An external database is not ours to trust: serve only where the wall between tenants stands. */
    private void requireFit() {
        List<Finding> wrong = DatabaseCheck.run(runtime, owner).stream().filter(f -> !f.ok() && f.level() == Finding.Level.REQUIRED).toList();
        if (!wrong.isEmpty()) {
            throw new LauncherFailure(ExitCode.DATABASE, "The database is not fit to serve: " + wrong.get(0).text()
                + (wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : "") + ". See pledgedesk check.");
        }
    }

    /** The JDBC address for the application, with what makes its batches quick and its connections recognisable. */
    String applicationUrl() {
        return runtime.url() + (runtime.url().contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&ApplicationName=pledgedesk";
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
