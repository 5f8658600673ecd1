/** The steps of the roster, each one transaction; the rules that nobody may be asked to break are {@link dev.pledgedesk.roster.control.DutyRules}. */
package dev.pledgedesk.roster.control;
