/** Backups of all tenants' data and of the platform's keys: writing them while the desk serves, checking them, restoring them. */
package dev.pledgedesk.launcher.backup;
