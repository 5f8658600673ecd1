package dev.pledgedesk.database;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Short words for why something below failed, fit for one line. */
final class Reason {

    private Reason() {
    }

    /** The reason in a few words, never null, without line breaks. */
    static String of(Throwable failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        String text = failure instanceof FileSystemException f && f.getReason() != null ? f.getReason() : failure.getMessage();
        if (text == null || text.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
