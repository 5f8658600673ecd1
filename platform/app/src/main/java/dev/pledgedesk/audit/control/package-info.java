/** The sealer that chains entries and the check that recomputes the chain. */
package dev.pledgedesk.audit.control;
