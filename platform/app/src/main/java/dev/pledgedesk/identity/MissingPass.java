package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.LocalizedText;

/**
 * A pass that some work asks for and somebody does not have.
 *
 * @param key   of the qualification
 * @param name  what it is called
 * @param where where it is to be had: courses, or who has to be asked
 */
public record MissingPass(String key, LocalizedText name, LocalizedText where) {
}
