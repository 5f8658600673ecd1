/** Tickets, messages, attachments and what hangs on them, as rows. */
package dev.pledgedesk.ticket.entity;
