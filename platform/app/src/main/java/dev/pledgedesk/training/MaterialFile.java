package dev.pledgedesk.training;

/** What a file holds, and as what it is sent. */
public record MaterialFile(String name, String type, byte[] content) {
}
