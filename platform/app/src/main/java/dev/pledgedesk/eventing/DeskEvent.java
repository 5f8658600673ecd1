package dev.pledgedesk.eventing;

import java.util.UUID;

/** Something that happened, named in the past tense. Implemented by records with ids and keys only: never entities, never personal data. */
public interface DeskEvent {

    /** Stable name such as {@code ticket.created}. */
    String type();

    /** The record it happened to. */
    UUID subjectId();
}
