package dev.pledgedesk.launcher;

import dev.pledgedesk.database.DatabaseCheck;
import dev.pledgedesk.database.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks whether the database is fit to serve. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
    "Checks the database: version, encoding, durability, roles and their rights, the wall between tenants, schema version. Changes nothing.",
    "An embedded database that does not run is started for the check and stopped again."})
final class CheckCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        DatabaseAccess database = DatabaseAccess.join(Settings.read());
        List<Finding> findings = DatabaseCheck.run(database.runtime(), database.owner());
        for (Finding finding : findings) {
            System.out.println((finding.ok() ? "ok     " : finding.level() == Finding.Level.ADVICE ? "advice " : "WRONG  ") + finding.text());
        }
        return (DatabaseCheck.passed(findings) ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }
}
