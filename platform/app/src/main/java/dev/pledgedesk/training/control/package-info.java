/** The steps of training and assessment, each one transaction; the rules of marks are {@link dev.pledgedesk.training.control.AssessmentRule}. */
package dev.pledgedesk.training.control;
