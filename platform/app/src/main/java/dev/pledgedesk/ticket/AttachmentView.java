package dev.pledgedesk.ticket;

import java.util.UUID;

/** A file; the size is in bytes. */
public record AttachmentView(UUID id, String fileName, String mediaType, long size) {
}
