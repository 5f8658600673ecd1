/** The steps of inspections, appraisals and merits, each one transaction; where the values of indicators come from are the {@link dev.pledgedesk.appraisal.control.IndicatorSource}s. */
package dev.pledgedesk.appraisal.control;
