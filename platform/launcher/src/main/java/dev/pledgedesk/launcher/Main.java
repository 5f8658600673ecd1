package dev.pledgedesk.launcher;

/**
 * The entry point, compiled for Java 8 and free of newer classes: on a Java that is too old it can still say so.
 */
public final class Main {

    private static final int OLDEST_JAVA = 17;
    private static final int WRONG_JAVA = 10;

    private Main() {
    }

    /**
     * Checks the Java version and hands over to the command line.
     *
     * @param arguments what the user typed
     * @throws Exception never for an expected failure, those end the process with a code of their own
     */
    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version", "0");
        if (major(version) < OLDEST_JAVA) {
            System.err.println("pledgedesk: this is Java " + version + ", a JDK " + OLDEST_JAVA + " or newer is needed. Set JAVA_HOME to one.");
            System.exit(WRONG_JAVA);
        }
        // By name: the class must not be loaded before the check.
        Class.forName("dev.pledgedesk.launcher.CommandLineInterface").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /** 8 for "1.8", 17 for "17". */
    static int major(String version) {
        String number = version.startsWith("1.") ? version.substring(2) : version;
        int dot = number.indexOf('.');
        return Integer.parseInt(dot < 0 ? number : number.substring(0, dot));
    }
}
