/** Tests of importing: rows, mapping, and the command against a desk that is a few lines of HTTP. */
package dev.pledgedesk.launcher.importing;
