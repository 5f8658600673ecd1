/** The rules of duty and what solves a roster. */
package dev.pledgedesk.roster.control;
