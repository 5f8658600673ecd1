package dev.pledgedesk.launcher;

import java.util.Locale;

/** The lines at the end of a start: where everything is and how to stop it. */
final class ReadyBlock {

    private ReadyBlock() {
    }

    /** Prints the block; its last line begins with READY. */
    static void print(Progress progress, Settings settings, ReadyFile ready) {
        progress.say("");
        for (ReadyFile.Tenant tenant : ready.tenants()) {
            progress.say(tenant.id());
            progress.say("  Portal         " + tenant.portal());
            progress.say("  Console        " + tenant.console());
            progress.say("  API reference  " + tenant.portal() + "api/reference");
            for (ReadyFile.Account account : tenant.accounts()) {
                progress.say(String.format(Locale.ROOT, "  %-21s %-21s %s", account.role(), account.name(),
                    account.password() == null ? "a code by mail; the demo's mails are in the outbox of the console" : account.password()));
            }
            progress.say("");
        }
        progress.say("Operator         " + ready.operator().url() + "  (token in " + Home.readyFile(settings.home()) + ")");
        progress.say("Data directory   " + settings.home());
        progress.say("Stop             Ctrl-C, or kill " + ready.pid());
        progress.say("READY " + ready.baseUrl() + " in " + progress.total() + " s");
    }
}
