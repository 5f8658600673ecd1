/** The rules of papers, marks and results. */
package dev.pledgedesk.training.control;
