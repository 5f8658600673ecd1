/** Outbox rows and due-work rows. */
package dev.pledgedesk.eventing.entity;
