/** Tests of what the tables of tickets answer. */
package dev.pledgedesk.ticket.entity;
