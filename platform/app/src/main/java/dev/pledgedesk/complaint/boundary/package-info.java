/** Complaints over REST. */
package dev.pledgedesk.complaint.boundary;
