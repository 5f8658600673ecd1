package dev.pledgedesk.complaint;

import java.util.List;

/**
 * A complaint on paper, in one language: for whoever has nothing but this.
 *
 * @param taken when and by whom it was taken out
 */
public record EvidenceSheet(String lang, String vendor, String title, String taken, List<Part> parts) {

    /** A part with its heading. */
    public record Part(String title, List<Line> lines) {
    }

    /**
     * A line.
     *
     * @param head what it is, or when and by whom it was done
     * @param text what it says; empty for nothing
     * @param file path of a file in the pack; null for none
     */
    public record Line(String head, String text, String file) {
    }
}
