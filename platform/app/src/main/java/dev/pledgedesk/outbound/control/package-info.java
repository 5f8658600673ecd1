/** Which addresses may be called, and how. */
package dev.pledgedesk.outbound.control;
