/**
 * Leaks of personal data: detected, contained, assessed, told to authorities and to the persons concerned within the times that the tenant's regimes set, and kept in a register.
 */
package dev.pledgedesk.breach;
