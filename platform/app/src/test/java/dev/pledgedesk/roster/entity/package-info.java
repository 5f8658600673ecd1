/** Shifts as they were kept. */
package dev.pledgedesk.roster.entity;
