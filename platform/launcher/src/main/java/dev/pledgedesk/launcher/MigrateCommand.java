package dev.pledgedesk.launcher;

import dev.pledgedesk.database.Bootstrap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the schema to this release's version, or prints what a database administrator has to run first. */
@Command(name = "migrate", mixinStandardHelpOptions = true, description = {
    "Migrates the database schema to this release's version, forward only. A server does the same when it starts.",
    "For the embedded database the server must be stopped. For an external one PLEDGEDESK_DB_OWNER_USER and _PASSWORD are needed."})
final class MigrateCommand implements Callable<Integer> {

    @Option(names = "--print-bootstrap-sql", description = "Print the SQL that creates roles, database and schema on an external PostgreSQL, and do nothing else.")
    private boolean printBootstrapSql;

    @Override
    public Integer call() throws Exception {
        if (printBootstrapSql) {
            System.out.print(Bootstrap.script());
            System.out.flush();
            return ExitCode.OK.number();
        }
        Settings settings = Settings.read();
        var shutdown = new Shutdown();
        Home home = Home.open(settings.home());
        shutdown.add(home);
        ServerLog.install(home);
        DatabaseAccess database = shutdown.start(() -> DatabaseAccess.open(settings));
        if (database.owner() == null) {
            throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_DB_OWNER_USER and PLEDGEDESK_DB_OWNER_PASSWORD are needed to migrate an external database.");
        }
        int count = database.prepare();
        System.out.println(count == 0 ? "The schema is up to date." : count + " migrations were run.");
        return ExitCode.OK.number();
    }
}
