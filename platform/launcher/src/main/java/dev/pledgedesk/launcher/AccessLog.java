package dev.pledgedesk.launcher;

import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;

/** The requests' own files, so that their number never pushes out of the other log what went wrong. */
public final class AccessLog extends FileHandler {

    private static final int LIMIT = 20_000_000;
    private static final int FILES = 8;

    /**
     * Made by the logging system.
     *
     * @throws IOException if the file cannot be written
     */
    public AccessLog() throws IOException {
        super(LogManager.getLogManager().getProperty(AccessLog.class.getName() + ".pattern"), LIMIT, FILES, true);
        setFormatter(new JsonLines());
        setEncoding("UTF-8");
    }
}
