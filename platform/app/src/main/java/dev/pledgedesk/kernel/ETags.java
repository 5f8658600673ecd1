package dev.pledgedesk.kernel;

/** The version of a record as an ETag. */
public final class ETags {

    private ETags() {
    }

    /** The version an If-Match header names; 428 without one, 412 for what is none of ours. {@code *} matches any: null. */
    public static Long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match");
        }
        String text = ifMatch.strip();
        if (text.equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(text.replaceAll("^W?/?\"|\"$", ""));
        } catch (NumberFormatException notOurs) {
            throw Problem.stale();
        }
    }
}
