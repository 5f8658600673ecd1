package dev.pledgedesk.systemtests.desk;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the server when the last test of the module is done; the first test that needs it has started it. */
public final class ServerSession implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Server.stopCommon();
    }
}
