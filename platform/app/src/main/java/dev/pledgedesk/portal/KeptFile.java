package dev.pledgedesk.portal;

import dev.pledgedesk.kernel.Ids;
import java.util.Optional;
import java.util.UUID;

/** A file that was taken with a form that had to be shown again, so that nobody sends it twice. The size is in bytes. */
public record KeptFile(UUID id, long size, String name) {

    /** As a form carries it. */
    public String token() {
        return id + "|" + size + "|" + name;
    }

    /** What a form has carried; empty if it is not ours. */
    static Optional<KeptFile> parse(String token) {
        String[] parts = token.split("\\|", 3);
        if (parts.length < 3 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        return Ids.parse(parts[0]).map(id -> new KeptFile(id, Long.parseLong(parts[1]), parts[2]));
    }
}
