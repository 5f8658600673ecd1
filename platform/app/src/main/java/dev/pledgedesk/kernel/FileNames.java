package dev.pledgedesk.kernel;

/** Names of files as people send them. */
public final class FileNames {

    private FileNames() {
    }

    /** The name alone: no folders, whatever system they are of, and no signs that are not to be seen; empty for null. */
    public static String plain(String sent) {
        return sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
    }
}
