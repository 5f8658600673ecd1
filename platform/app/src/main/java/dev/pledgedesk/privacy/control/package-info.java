/** Keys: how those of tenants are kept in a vault, how those of persons are made, found, rotated and destroyed. */
package dev.pledgedesk.privacy.control;
