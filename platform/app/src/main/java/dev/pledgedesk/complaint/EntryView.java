package dev.pledgedesk.complaint;

import java.time.Instant;
import java.util.UUID;

/** A line of a complaint's timeline; name, value, words and case may be null. See {@link EntryKind}. */
public record EntryView(UUID id, int number, EntryKind kind, int round, String name, String value, String words, UUID caseId, Instant at, String actor) {
}
