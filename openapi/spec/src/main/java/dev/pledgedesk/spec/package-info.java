/**
 * Writes the many files of the contract as the one document that is served and generated from. Runs in the build only;
 * the jar carries the document, not these classes.
 */
package dev.pledgedesk.spec;
