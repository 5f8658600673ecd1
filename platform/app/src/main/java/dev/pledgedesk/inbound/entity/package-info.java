/** Channels and messages as rows. */
package dev.pledgedesk.inbound.entity;
