/**
 * What customers write elsewhere comes in by channels of plugins: it joins the ticket it belongs to, becomes one, or waits for staff. Whether it took effect is known for
 * ever, so that nothing takes effect twice.
 */
package dev.pledgedesk.inbound;
