/** The journal of a tenant: who did or read what, when and why, append-only and chained by hashes (R-15.2, design of the journal). */
package dev.pledgedesk.audit;
