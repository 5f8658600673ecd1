/** Remembered requests as rows. */
package dev.pledgedesk.idempotency.entity;
