/** Who is on duty when: shifts, leave, swaps, attendance, and every gap in cover before it happens. Who may be put on duty is asked of {@link dev.pledgedesk.identity.Duties}. */
package dev.pledgedesk.roster;
