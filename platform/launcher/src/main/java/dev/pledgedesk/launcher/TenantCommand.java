package dev.pledgedesk.launcher;

import dev.pledgedesk.client.model.ConfigurationChange;
import dev.pledgedesk.client.model.ConfigurationFiles;
import dev.pledgedesk.client.model.ConfigurationPlan;
import dev.pledgedesk.client.model.ConfigurationProblem;
import dev.pledgedesk.client.model.JournalVerification;
import dev.pledgedesk.client.model.KeyRotation;
import dev.pledgedesk.client.model.NewTenantClosure;
import dev.pledgedesk.client.model.PromiseTrial;
import dev.pledgedesk.client.model.Tenant;
import dev.pledgedesk.client.model.TenantChange;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an operator does with tenants on a running server. */
@Command(name = "tenant", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = {
    "Plans, applies, lists, suspends, resumes, checks, exports and moves tenants of a running server.",
    "The server is found by ready.json in PLEDGEDESK_HOME, or by --server and --token."})
final class TenantCommand {

    private static final String WHERE = "Address of the server, for example http://localhost:8080. Also PLEDGEDESK_SERVER.";
    private static final String WHO = "The operator's token. Better in PLEDGEDESK_TOKEN: a command line can be read by other users of the machine.";

    @Option(names = "--server", paramLabel = "URL", description = WHERE, defaultValue = "${env:PLEDGEDESK_SERVER}")
    private URI server;
    @Option(names = "--token", paramLabel = "TOKEN", description = WHO, defaultValue = "${env:PLEDGEDESK_TOKEN}")
    private String token;

    private Operator operator() {
        boolean hasServer = server != null && !server.toString().isBlank();
        boolean hasToken = token != null && !token.isBlank();
        if (hasServer != hasToken) {
            throw new LauncherFailure(ExitCode.USAGE, "--server and --token belong together.");
        }
        return hasServer ? Operator.of(server, token) : Operator.of(Settings.read().home());
    }

    @Command(name = "plan", mixinStandardHelpOptions = true, description = {
        "Shows what applying a folder would change: + added, - removed, ~ changed. Changes nothing.",
        "Problems in the files are shown as file:line: reason, and the exit status is 3."})
    int plan(@Parameters(paramLabel = "FOLDER", description = "A tenant's folder; its name is the tenant's key.") Path folder,
             @Option(names = "--try-days", paramLabel = "DAYS", description = "Also play its promises over the tickets of the last days: which would have been broken, and which not.") Integer days) {
        var tenant = new TenantFolder(folder);
        Operator operator = operator();
        ConfigurationPlan plan = operator.call(api -> api.planConfiguration(tenant.key(), tenant.files()));
        int status = show(tenant, plan);
        if (status == ExitCode.OK.number() && days != null && plan.getRunningVersion() != null) {
            show(operator.tryPromises(tenant.key(), tenant.files(), days));
        }
        return status;
    }

    private static void show(PromiseTrial trial) {
        System.out.println(trial.getTickets() + " tickets tried: " + trial.getBefore() + " promises broken now, " + trial.getAfter() + " with these files.");
        trial.getLines().stream().filter(line -> line.getGained() + line.getLost() > 0).forEach(line -> System.out.println("  " + line.getBy().getValue() + " " + (line.getKey().isEmpty() ? "-" : line.getKey()) + ": +"
            + line.getGained() + " -" + line.getLost()));
        trial.getAffected().forEach(ticket -> System.out.println("  " + (Boolean.TRUE.equals(ticket.getGained()) ? "+ " : "- ") + ticket.getNumber() + " " + ticket.getMetric().getValue()));
    }

    @Command(name = "apply", mixinStandardHelpOptions = true, description = {
        "Applies a folder, all of it or nothing. A new tenant is created; what runs already is not touched.",
        "If somebody else applied something meanwhile, nothing is changed."})
    int apply(@Parameters(paramLabel = "FOLDER", description = "A tenant's folder; its name is the tenant's key.") Path folder) {
        var tenant = new TenantFolder(folder);
        Operator operator = operator();
        ConfigurationFiles files = tenant.files();
        ConfigurationPlan plan = operator.call(api -> api.planConfiguration(tenant.key(), files));
        int status = show(tenant, plan);
        if (status != ExitCode.OK.number()) {
            return status;
        }
        files.setExpectedVersion(plan.getRunningVersion() == null ? 0 : plan.getRunningVersion());
        ConfigurationPlan done = operator.call(api -> api.applyConfiguration(tenant.key(), files, UUID.randomUUID().toString()));
        System.out.println(tenant.key() + " runs version " + done.getAppliedVersion() + ".");
        return ExitCode.OK.number();
    }

    private static int show(TenantFolder tenant, ConfigurationPlan plan) {
        for (ConfigurationProblem problem : plan.getProblems()) {
            System.out.println(tenant.directory().resolve(problem.getFile()) + ":" + problem.getLine()
                + (problem.getColumn() == null ? "" : ":" + problem.getColumn()) + ": " + problem.getMessage());
        }
        if (!plan.getProblems().isEmpty() || Boolean.FALSE.equals(plan.getValid())) {
            return ExitCode.PROBLEMS.number();
        }
        plan.getChanges().forEach(change -> System.out.println(line(change)));
        System.out.println(tenant.key() + ": " + (plan.getChanges().isEmpty() ? "nothing to change." : plan.getChanges().size() + " changes."));
        return ExitCode.OK.number();
    }

    private static String line(ConfigurationChange change) {
        return switch (change.getKind()) {
            case ADDED -> "+ " + change.getPath() + (change.getAfter() == null ? "" : " = " + change.getAfter());
            case REMOVED -> "- " + change.getPath() + (change.getBefore() == null ? "" : " = " + change.getBefore());
            case CHANGED -> "~ " + change.getPath() + ": " + change.getBefore() + " -> " + change.getAfter();
        };
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists tenants: key, state, running version, hosts.")
    int list() {
        List<Tenant> tenants = operator().call(api -> api.listTenants()).getItems();
        for (Tenant tenant : tenants) {
            System.out.println(String.join("\t", tenant.getKey(), tenant.getState().getValue(),
                tenant.getConfigVersion() == null ? "-" : "version " + tenant.getConfigVersion(), String.join(",", tenant.getHosts())));
        }
        return ExitCode.OK.number();
    }

    @Command(name = "suspend", mixinStandardHelpOptions = true, description = "Closes a tenant's desk within 60 seconds. Its data stay.")
    int suspend(@Parameters(paramLabel = "KEY", description = "The tenant's key.") String key,
                @Option(names = "--reason", required = true, description = "Goes into the tenant's journal.") String reason) {
        return change(key, new TenantChange().state(TenantChange.StateEnum.SUSPENDED).reason(reason));
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Opens a suspended tenant's desk again.")
    int resume(@Parameters(paramLabel = "KEY", description = "The tenant's key.") String key,
               @Option(names = "--reason", description = "Goes into the tenant's journal.") String reason) {
        return change(key, new TenantChange().state(TenantChange.StateEnum.ACTIVE).reason(reason));
    }

    @Command(name = "close", mixinStandardHelpOptions = true, description = {
        "Closes a suspended tenant for ever: destroys its keys, so that nobody can read what is left of it, here or in any backup of the data.",
        "Prints the signed certificate. Take the export first; this cannot be undone."})
    int close(@Parameters(paramLabel = "KEY", description = "The tenant's key.") String key,
              @Option(names = "--confirm", required = true, paramLabel = "KEY", description = "The tenant's key once more.") String confirm,
              @Option(names = "--reason", required = true, description = "Goes into the tenant's journal.") String reason) {
        Tenant closed = operator().call(api -> api.closeTenant(key, new NewTenantClosure().confirm(confirm).reason(reason), UUID.randomUUID().toString()));
        System.out.println(closed.getKey() + " is " + closed.getState().getValue() + ".");
        System.out.println(closed.getCertificate());
        return ExitCode.OK.number();
    }

    private int change(String key, TenantChange change) {
        Operator operator = operator();
        Tenant now = operator.call(api -> api.getTenant(key));
        Tenant then = operator.call(api -> api.changeTenant(key, change, "\"" + now.getVersion() + "\""));
        System.out.println(then.getKey() + " is " + then.getState().getValue() + ".");
        return ExitCode.OK.number();
    }

    @Command(name = "check-journal", mixinStandardHelpOptions = true, description = {
        "Recomputes the chain of a tenant's journal and says whether every entry is as it was written.",
        "The first entry that does not fit is named, and the exit status is 3."})
    int checkJournal(@Parameters(paramLabel = "KEY", description = "The tenant's key.") String key) {
        JournalVerification result = operator().verifyJournal(key);
        if (Boolean.TRUE.equals(result.getIntact())) {
            System.out.println(key + ": the journal is whole, " + result.getChecked() + " entries checked, " + result.getUnsealed() + " not sealed yet.");
            return ExitCode.OK.number();
        }
        System.out.println(key + ": the journal is broken after " + result.getChecked() + " good entries"
            + (result.getBrokenAt() == null ? "" : ", at entry " + result.getBrokenAt()) + ": " + result.getReason());
        return ExitCode.PROBLEMS.number();
    }

    @Command(name = "rotate-keys", mixinStandardHelpOptions = true, description = {
        "Gives a tenant a new key and wraps the keys of its customers and staff with it, while the desk serves.",
        "Says how far it is; run it with --state to ask again without beginning another one. The older key is dropped half an hour after the last."})
    int rotateKeys(@Parameters(paramLabel = "KEY", description = "The tenant's key.") String key,
                   @Option(names = "--state", description = "Only say how far the last one is.") boolean stateOnly) {
        KeyRotation state = stateOnly ? operator().keyRotation(key) : operator().rotateKeys(key);
        System.out.println(key + ": " + (Boolean.TRUE.equals(state.getDone()) ? "no rotation is under way."
            : state.getPersonKeysWaiting() + " keys of customers and staff are waiting, " + state.getTenantKeys() + " keys of the tenant are kept."));
        return ExitCode.OK.number();
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = {"Writes all of a tenant's data into a zip archive with checksums.",
        "Anybody who has it can read it. To move a tenant to another platform use pack."})
    int export(@Parameters(paramLabel = "KEY", description = "The tenant's key.") String key,
               @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to; KEY.zip if not given. An existing file is not overwritten.") Path output) {
        return save(output == null ? Path.of(key + ".zip") : output, api -> api.exportTenant(key));
    }

    @Command(name = "transfer-key", mixinStandardHelpOptions = true, description = {
        "Prints the key that another platform needs to pack a tenant that moves here. It is no secret; pass it on in a way that nobody can change it."})
    int transferKey() {
        System.out.println(operator().call(api -> api.getTransferKey()).getTransferKey());
        return ExitCode.OK.number();
    }

    @Command(name = "pack", mixinStandardHelpOptions = true, description = {
        "Packs a tenant that moves to another platform: all of it, sealed as it is, its keys locked for that platform and for nobody else.",
        "It must have been suspended for a minute. Close it here once it serves there."})
    int pack(@Parameters(paramLabel = "KEY", description = "The tenant's key.") String key,
             @Option(names = "--for", required = true, paramLabel = "TRANSFER-KEY", description = "What pledgedesk tenant transfer-key prints on the other platform.") String transferKey,
             @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to; KEY.transfer.zip if not given. An existing file is not overwritten.") Path output) {
        return save(output == null ? Path.of(key + ".transfer.zip") : output, api -> api.packTenant(key, transferKey));
    }

    @Command(name = "unpack", mixinStandardHelpOptions = true, description = {
        "Takes in a tenant that was packed for this platform: all of it or nothing. It is suspended then; look at it and resume it."})
    int unpack(@Parameters(paramLabel = "FILE", description = "What pledgedesk tenant pack has written.") Path file) {
        String key = TransferFile.tenantOf(file);
        Tenant tenant = operator().call(api -> api.unpackTenant(key, file.toFile()));
        System.out.println(tenant.getKey() + " is here, " + tenant.getState().getValue() + ", " + String.join(",", tenant.getHosts()) + ".");
        return ExitCode.OK.number();
    }

    private int save(Path output, Operator.Call<File> download) {
        Path target = output.toAbsolutePath();
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Path folder = target.getParent();
            if (!Files.isDirectory(folder)) {
                throw new LauncherFailure(ExitCode.USAGE, "The folder " + folder + " does not exist.");
            }
            Files.move(operator().call(download).toPath(), target);
            // Personal data: for the owner's eyes only, where the file system knows owners.
            if (Files.getFileStore(target).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (FileAlreadyExistsException e) {
            throw new LauncherFailure(ExitCode.USAGE, target + " exists already.", e);
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.HOME, target + " cannot be written (" + OneLine.reason(e) + ").", e);
        }
        System.out.println(target);
        return ExitCode.OK.number();
    }
}
