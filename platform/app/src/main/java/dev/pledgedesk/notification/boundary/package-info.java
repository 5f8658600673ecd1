/** REST operation of the mail outbox. */
package dev.pledgedesk.notification.boundary;
