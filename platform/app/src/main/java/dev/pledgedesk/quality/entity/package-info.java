/** Corrective actions and what happened to them, a list that only grows. */
package dev.pledgedesk.quality.entity;
