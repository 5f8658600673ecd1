/** How messages are made, signed, sent, and sent again. */
package dev.pledgedesk.webhook.control;
