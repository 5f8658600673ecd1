package dev.pledgedesk.launcher;

import dev.pledgedesk.database.Bootstrap;
import dev.pledgedesk.database.DatabaseCheck;
import dev.pledgedesk.database.Finding;
import dev.pledgedesk.launcher.backup.DataArchive;
import dev.pledgedesk.launcher.backup.DataRestore;
import dev.pledgedesk.launcher.backup.KeysArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores data, keys, or both. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = {
    "Puts a backup into an empty database and brings it to this release's schema: all of it, checked, or nothing.",
    "The server must be stopped. An external database needs PLEDGEDESK_DB_OWNER_USER and _PASSWORD and, when it is new, the SQL of migrate --print-bootstrap-sql."})
final class RestoreCommand implements Callable<Integer> {

    private static final String CONFIRMATION = "all-data-that-are-there";

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "An archive that pledgedesk backup has written.")
    private Path file;
    @Option(names = "--keys", paramLabel = "FILE", description = "An archive of keys, put into the home.")
    private Path keys;
    @Option(names = "--replace", paramLabel = "WORD", description = "Throws away what the database and the home hold. WORD must be " + CONFIRMATION + ".")
    private String replace;

    @Override
    public Integer call() throws Exception {
        if (file == null && keys == null) {
            throw new LauncherFailure(ExitCode.USAGE, "Nothing to do: name a FILE with data, --keys FILE with keys, or both.");
        }
        if (replace != null && !replace.equals(CONFIRMATION)) {
            throw new LauncherFailure(ExitCode.USAGE, "To throw away what is there, say --replace " + CONFIRMATION + ". Nothing was changed.");
        }
        Settings settings = Settings.read();
        if (file == null) {
            var shutdown = new Shutdown();
            Home home = Home.open(settings.home());
            shutdown.add(home);
            ServerLog.install(home);
            return keys(settings, home, shutdown.start(() -> DatabaseAccess.open(settings)));
        }
        try (DataArchive archive = DataArchive.open(file)) {
            archive.verify();
            var shutdown = new Shutdown();
            Home home = Home.open(settings.home());
            shutdown.add(home);
            ServerLog.install(home);
            if (keys != null) {
                KeysArchive.requireRestorable(keys, settings.node().keys().orElse(home.keys()), replace != null);
            }
            DatabaseAccess database = shutdown.start(() -> DatabaseAccess.open(settings));
            int status = data(database, archive);
            int ofKeys = keys == null ? ExitCode.OK.number() : keys(settings, home, database);
            return Math.max(Math.max(status, ofKeys), complete(database));
        }
    }

    private int data(DatabaseAccess database, DataArchive archive) {
        long begin = System.nanoTime();
        if (database.owner() == null) {
            throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_DB_OWNER_USER and PLEDGEDESK_DB_OWNER_PASSWORD are needed to restore into an external database.");
        }
        if (database.embedded() != null) {
            Bootstrap.apply(database.embedded());
        }
        int migrated = new DataRestore(database.owner()).run(archive, replace != null);
        System.out.printf(Locale.ROOT, "%s: %d rows of %d tables as of %s restored in %.1f s, %d migrations run.%n", file.toAbsolutePath(), archive.manifest().rows(),
            archive.manifest().tables().size(), archive.manifest().takenAt(), (System.nanoTime() - begin) / 1e9, migrated);
        List<Finding> findings = DatabaseCheck.run(database.runtime(), database.owner());
        findings.stream().filter(f -> !f.ok()).forEach(f -> System.out.println("WRONG  " + f.text()));
        System.out.println("Next: pledgedesk serve, then pledgedesk tenant check-journal KEY for each tenant.");
        return (DatabaseCheck.passed(findings) ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    /** Whether everybody who is in the data has his key. */
    private static int complete(DatabaseAccess database) throws SQLException {
        try (Connection owner = database.owner().open()) {
            long missing = KeysArchive.missing(owner);
            if (missing > 0) {
                System.out.println("WRONG  " + missing + " customers cannot be read: their keys are not in the key store. Restore an archive of keys that is not older than the data "
                    + "(pledgedesk restore --keys FILE) before you serve.");
            }
            return (missing > 0 ? ExitCode.PROBLEMS : ExitCode.OK).number();
        }
    }

    private int keys(Settings settings, Home home, DatabaseAccess database) {
        Path directory = settings.node().keys().orElse(home.keys());
        if (database.owner() == null) {
            throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_DB_OWNER_USER and PLEDGEDESK_DB_OWNER_PASSWORD are needed to restore the keys: those of tenants and persons are in the database.");
        }
        try (Connection owner = database.owner().open()) {
            KeysArchive.requireRestorable(keys, directory, replace != null);
            long stored = KeysArchive.restoreStore(keys, owner, replace != null);
            int count = KeysArchive.restore(keys, directory, replace != null);
            System.out.println(count + " files with keys restored to " + directory + ", " + stored + " keys of tenants and persons to the database.");
            return ExitCode.OK.number();
        } catch (SQLException refused) {
            throw new LauncherFailure(ExitCode.DATABASE, "The keys were not restored: the database refuses (" + OneLine.reason(refused) + ").", refused);
        } catch (IOException broken) {
            throw new LauncherFailure(ExitCode.HOME, "The keys were not restored (" + OneLine.reason(broken) + ").", broken);
        }
    }
}
