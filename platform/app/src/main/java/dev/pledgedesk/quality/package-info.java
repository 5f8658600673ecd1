/** Corrective actions: what is done about a cause, by whom and until when, followed until its effect is known. */
package dev.pledgedesk.quality;
