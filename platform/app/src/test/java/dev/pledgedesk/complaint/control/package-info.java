/** Tests of how complaints run. */
package dev.pledgedesk.complaint.control;
