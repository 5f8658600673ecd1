package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import java.util.UUID;

/**
 * Something to learn a course from.
 *
 * @param body     of a text, told when it is opened; null otherwise
 * @param address  of a link; null for others
 * @param fileName of a file; null for others, likewise {@code fileType}
 * @param percent  how far the caller is
 */
public record MaterialView(UUID id, String course, MaterialKind kind, LocalizedText title, LocalizedText body, String address, String fileName, String fileType, int percent, long version) {
}
