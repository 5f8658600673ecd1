/** REST operations of tickets, attachments and views. */
package dev.pledgedesk.ticket.boundary;
