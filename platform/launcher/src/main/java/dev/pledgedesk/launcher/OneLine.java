package dev.pledgedesk.launcher;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Makes one short line of whatever was thrown. */
public final class OneLine {

    private OneLine() {
    }

    /**
     * Why it failed, in a few words.
     *
     * @param failure whatever was thrown
     * @return without line breaks, never empty
     */
    public static String reason(Throwable failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (failure instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is not a directory";
        }
        String text = failure instanceof FileSystemException f && f.getReason() != null ? f.getReason() : failure.getMessage();
        return text == null || text.isBlank() ? failure.getClass().getSimpleName() : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
