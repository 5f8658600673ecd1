package dev.pledgedesk.launcher;

/** Why a command ended, for scripts. The numbers are part of the interface and never change their meaning. */
public enum ExitCode {
    /** All went well. */
    OK(0, "done"),
    /** A defect of ours. */
    UNEXPECTED(1, "unexpected error, see the log"),
    /** The command line was wrong. */
    USAGE(2, "wrong command line"),
    /** A check, a plan or an import found problems. */
    PROBLEMS(3, "the check, the plan or the import found problems"),
    /** The Java version is too old. */
    JAVA(10, "Java is older than 17"),
    /** The HTTP port is taken. */
    PORT(11, "the HTTP port is taken"),
    /** The home directory cannot be written. */
    HOME(12, "the home directory cannot be used"),
    /** Too little disk space. */
    DISK(13, "too little disk space"),
    /** Another server uses the home. */
    BUSY(14, "another server uses the same home"),
    /** PostgreSQL does not start or does not answer, the data directory is broken, a role is wrong. */
    DATABASE(15, "the database does not start, does not answer, or is broken"),
    /** A migration failed. */
    MIGRATION(16, "a schema migration failed"),
    /** The application did not come up. */
    APPLICATION(17, "the application did not come up"),
    /** A running server could not be asked or refused. */
    REMOTE(18, "the running server does not answer or refuses"),
    /** The keys of this node are not those of the others on the same database. */
    KEYS(19, "the node's keys are missing or not those of the other nodes");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /**
     * The process's exit status.
     *
     * @return 0 for success
     */
    public int number() {
        return number;
    }

    /**
     * What it means, in a few words.
     *
     * @return English, without a full stop
     */
    public String meaning() {
        return meaning;
    }
}
