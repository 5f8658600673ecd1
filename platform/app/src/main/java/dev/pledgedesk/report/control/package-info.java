/** How extracts are written. */
package dev.pledgedesk.report.control;
