package dev.pledgedesk.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = {
    "Starts the server and serves until Ctrl-C or SIGTERM.",
    "It checks Java, port, home and disk, starts the database, migrates the schema and deploys the application. The last line it prints "
        + "begins with READY; from then on ready.json in the home says the same to scripts."})
final class ServeCommand implements Callable<Integer> {

    private static final long PARENT_POLL_MILLIS = 500;

    @Option(names = "--profile", paramLabel = "production|demo", converter = ProfileOption.class,
        description = "What to serve: nothing but what the operator set up (production), or two vendors to look around (demo). Overrides PLEDGEDESK_PROFILE.")
    private Settings.Profile profile;

    @Option(names = "--replace-token-key", description = "Makes this node's token key the one of all nodes on the database: after a change on purpose, "
        + "while no other node runs. Everybody has to sign in again.")
    private boolean replaceTokenKey;

    @Override
    public Integer call() throws Exception {
        Settings read = Settings.read();
        Settings settings = profile == null ? read : read.with(profile);
        var progress = new Progress(System.out);
        progress.say("PledgeDesk starts (" + settings.profile().key() + ", home " + settings.home() + ")");
        if (Boolean.getBoolean("pledgedesk.stop-with-parent")) {
            stopWithParent();
        }
        ReadyFile ready = new Desk(settings, progress, replaceTokenKey).start();
        ReadyBlock.print(progress, settings, ready);
        // The shutdown hook does the rest; this thread has nothing more to do.
        new CountDownLatch(1).await();
        return ExitCode.OK.number();
    }

    /** For a server that a build tool started: it must not outlive it, even when that was killed. */
    private static void stopWithParent() {
        var self = ProcessHandle.current();
        self.parent().ifPresent(parent -> {
            var watch = new Thread(() -> {
                // Not onExit(): for a process that is no child of ours the JDK looks only every few seconds. An orphan gets another parent at once.
                while (self.parent().filter(parent::equals).isPresent()) {
                    try {
                        Thread.sleep(PARENT_POLL_MILLIS);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                System.exit(ExitCode.OK.number());
            }, "parent-watch");
            watch.setDaemon(true);
            watch.start();
        });
    }
}
