package dev.pledgedesk.launcher.importing;

/**
 * What is wrong with a row.
 *
 * @param line   line of the file at which the row begins, from 1
 * @param column column of the file; empty if the row as a whole is meant, or what the command line sets for every row
 * @param reason one line for the user
 */
record RowError(long line, String column, String reason) {
}
