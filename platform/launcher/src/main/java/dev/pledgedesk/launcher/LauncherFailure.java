package dev.pledgedesk.launcher;

/** A command cannot go on. The message is one line for the user: what is wrong, what to do. */
public final class LauncherFailure extends RuntimeException {

    private final ExitCode exitCode;

    /**
     * A failure that explains itself.
     *
     * @param exitCode what scripts get to see
     * @param message  one line
     */
    public LauncherFailure(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    /**
     * A failure with a technical cause for the log.
     *
     * @param exitCode what scripts get to see
     * @param message  one line
     * @param cause    may be null
     */
    public LauncherFailure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /**
     * The exit status that belongs to it.
     *
     * @return never {@link ExitCode#OK}
     */
    public ExitCode exitCode() {
        return exitCode;
    }
}
