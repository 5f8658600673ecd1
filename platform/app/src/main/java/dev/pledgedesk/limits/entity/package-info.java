/** Counts by window as rows. */
package dev.pledgedesk.limits.entity;
