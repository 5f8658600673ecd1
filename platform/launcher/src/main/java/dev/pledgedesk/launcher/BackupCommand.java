package dev.pledgedesk.launcher;

import dev.pledgedesk.launcher.backup.DataBackup;
import dev.pledgedesk.launcher.backup.KeysArchive;
import dev.pledgedesk.launcher.backup.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backs up data, keys, or both. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = {
    "Writes the data of all tenants into one archive, as they were at one moment. The desk may serve meanwhile; an embedded database that does not run "
        + "is started for the backup and stopped again.",
    "The keys are not in it. --keys writes them into a file of their own; keep it elsewhere, whoever has both reads everything.",
    "An external database is read as PLEDGEDESK_DB_BACKUP_USER if that is set, otherwise as the owner."})
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The archive of data, for example desk.zip. It must not exist.")
    private Path file;
    @Option(names = "--keys", paramLabel = "FILE", description = "Where the keys go. It must not exist.")
    private Path keys;

    @Override
    public Integer call() throws Exception {
        if (file == null && keys == null) {
            throw new LauncherFailure(ExitCode.USAGE, "Nothing to do: name a FILE for the data, --keys FILE for the keys, or both.");
        }
        Settings settings = Settings.read();
        DatabaseAccess database = DatabaseAccess.join(settings);
        if (file != null) {
            data(database);
        }
        // After the data: whatever they hold by then has its key.
        if (keys != null) {
            keys(settings, database);
        } else {
            System.out.println("The keys are not in it. Without them nobody stays signed in and what is sealed stays sealed: pledgedesk backup --keys FILE, kept elsewhere.");
        }
        return ExitCode.OK.number();
    }

    private void data(DatabaseAccess database) {
        long begin = System.nanoTime();
        var account = database.backup();
        if (account == null) {
            throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_DB_BACKUP_USER and PLEDGEDESK_DB_BACKUP_PASSWORD, or those of the owner, are needed to back up an external database.");
        }
        try (Connection connection = account.open()) {
            Manifest manifest = DataBackup.write(connection, file, CommandLineInterface.PRODUCT);
            System.out.printf(Locale.ROOT, "%s: %d rows of %d tables, schema version %s, as of %s; %.1f MB in %.1f s.%n", file.toAbsolutePath(), manifest.rows(),
                manifest.tables().size(), manifest.schemaVersion(), manifest.takenAt(), Files.size(file) / 1e6, (System.nanoTime() - begin) / 1e9);
        } catch (SQLException refused) {
            throw new LauncherFailure(ExitCode.DATABASE, "The backup was not written: the database refuses (" + OneLine.reason(refused) + ").", refused);
        } catch (IOException broken) {
            throw new LauncherFailure(ExitCode.DISK, "The backup was not written: " + file.toAbsolutePath() + " (" + OneLine.reason(broken) + ").", broken);
        }
    }

    private void keys(Settings settings, DatabaseAccess database) {
        if (database.owner() == null) {
            throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_DB_OWNER_USER and PLEDGEDESK_DB_OWNER_PASSWORD are needed to back up the keys: those of tenants and persons are in the database.");
        }
        try (Connection owner = database.owner().open()) {
            KeysArchive.Content content = KeysArchive.write(settings.node().keys().orElse(settings.home().resolve("keys")), owner, keys);
            System.out.println(keys.toAbsolutePath() + ": " + content.files() + " files with keys, " + content.keys() + " keys of tenants and persons. Keep them apart from the data.");
        } catch (SQLException refused) {
            throw new LauncherFailure(ExitCode.DATABASE, "The keys were not written: the database refuses (" + OneLine.reason(refused) + ").", refused);
        } catch (IOException broken) {
            throw new LauncherFailure(ExitCode.HOME, "The keys were not written (" + OneLine.reason(broken) + ").", broken);
        }
    }
}
