/** Draws and scales. */
package dev.pledgedesk.appraisal.control;
