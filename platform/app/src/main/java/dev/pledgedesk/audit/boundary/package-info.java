/** REST operations of the journal. */
package dev.pledgedesk.audit.boundary;
