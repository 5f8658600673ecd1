package dev.pledgedesk.launcher;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in the foreground of a build, with its terminal, and ends the build's process with the program's exit status. A failure
 * is then the program's own line and nothing else, and Ctrl-C returns to the shell when the program has ended.
 */
public final class Foreground {

    private static final long STOP_SECONDS = 60;

    private Foreground() {
    }

    /**
     * Called by the build.
     *
     * @param command the program and its arguments
     * @throws Exception if it cannot be started
     */
    public static void main(String[] command) throws Exception {
        Process program = new ProcessBuilder(List.of(command)).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program), "stop-program"));
        int status = program.waitFor();
        if (status != 0) {
            System.exit(status);
        }
    }

    private static void stop(Process program) {
        program.destroy();
        try {
            program.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
