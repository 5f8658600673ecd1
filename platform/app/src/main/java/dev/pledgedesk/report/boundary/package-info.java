/** Extracts over REST. */
package dev.pledgedesk.report.boundary;
