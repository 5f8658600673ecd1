/** How messages are brought in, and what becomes of them. */
package dev.pledgedesk.inbound.control;
