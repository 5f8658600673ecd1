/**
 * The room for bringing tickets in from a file: reading rows, making tickets of them as the command line says, and filing each of them once over the
 * REST interface, however often the command is run.
 */
package dev.pledgedesk.launcher.importing;
