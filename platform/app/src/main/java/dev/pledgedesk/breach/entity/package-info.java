/** Leaks of personal data as they are stored. */
package dev.pledgedesk.breach.entity;
