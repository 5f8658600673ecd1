/** Backups and restores on a real PostgreSQL. */
package dev.pledgedesk.launcher.backup;
