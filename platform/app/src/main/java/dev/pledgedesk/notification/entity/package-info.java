/** Outgoing mails as rows. */
package dev.pledgedesk.notification.entity;
