/** Tests of search tokens and custom fields. */
package dev.pledgedesk.ticket.control;
