/**
 * Tickets from filing to closing: {@link dev.pledgedesk.ticket.TicketFiling}, {@link dev.pledgedesk.ticket.TicketReading},
 * {@link dev.pledgedesk.ticket.TicketChanges}, {@link dev.pledgedesk.ticket.Conversation}, {@link dev.pledgedesk.ticket.Attachments} and
 * {@link dev.pledgedesk.ticket.SavedViews} are what REST and pages call alike; the records beside them are what those give and take.
 */
package dev.pledgedesk.ticket;
