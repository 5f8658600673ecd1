/** Figures and extracts for those who look for causes: what happened to whom is told by pseudonyms that differ from purpose to purpose. */
package dev.pledgedesk.report;
