package dev.pledgedesk.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts like {@code serve}, asks for a few pages and ends: the build records which classes a start needs. */
@Command(name = "warm-up", hidden = true, mixinStandardHelpOptions = true, description = "Starts, serves a few requests and ends.")
final class WarmUpCommand implements Callable<Integer> {

    private static final List<String> PAGES = List.of("/", "/console", "/api/reference", "/api/v1/tenants", "/health/live");

    @Override
    public Integer call() throws Exception {
        Settings settings = Settings.read().with(Settings.Profile.DEMO);
        new Desk(settings, new Progress(System.out), false).start();
        PAGES.forEach(page -> Readiness.get(settings, page));
        return ExitCode.OK.number();
    }
}
