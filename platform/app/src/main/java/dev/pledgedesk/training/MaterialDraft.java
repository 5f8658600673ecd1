package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;

/** Something to learn from: a text, a link or a file, one of them. */
public record MaterialDraft(String course, int place, LocalizedText title, LocalizedText body, String address, String fileName, byte[] content) {
}
