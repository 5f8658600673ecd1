/** The steps of a complaint, each one transaction, and what follows from them. */
package dev.pledgedesk.complaint.control;
