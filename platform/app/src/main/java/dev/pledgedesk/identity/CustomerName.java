package dev.pledgedesk.identity;

/**
 * What a customer is called.
 *
 * @param text      his name; for the nameless one a word for that in the language of the reader
 * @param anonymous whether he is the tenant's nameless one, who has no contacts
 */
public record CustomerName(String text, boolean anonymous) {
}
