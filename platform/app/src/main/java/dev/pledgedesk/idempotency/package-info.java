/** Requests that may be sent twice and must happen once: remembers by Idempotency-Key what was asked and what was answered. */
package dev.pledgedesk.idempotency;
