/** Complaints, what departments are asked about them, and their timeline, a list that only grows. */
package dev.pledgedesk.complaint.entity;
