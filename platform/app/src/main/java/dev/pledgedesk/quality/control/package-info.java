/** The steps of corrective actions, each one transaction, and their clocks. */
package dev.pledgedesk.quality.control;
