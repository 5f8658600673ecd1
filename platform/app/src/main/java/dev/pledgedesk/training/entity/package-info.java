/** Assessments, certificates and exceptions; words about a person are sealed under his key. */
package dev.pledgedesk.training.entity;
