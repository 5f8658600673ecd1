/** Who may see which ticket, checks of custom fields, numbers, search text. */
package dev.pledgedesk.ticket.control;
