/** Assignments, absences, swaps and proposals. */
package dev.pledgedesk.roster.entity;
