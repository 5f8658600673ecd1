/** Samples, inspections, appraisals and merits; words about a person are sealed under his key. */
package dev.pledgedesk.appraisal.entity;
