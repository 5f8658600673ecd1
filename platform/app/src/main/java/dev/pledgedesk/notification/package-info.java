/** Mail to customers and staff: {@link dev.pledgedesk.notification.Mailer} queues one with the change it tells of, a worker hands it to the mail server. */
package dev.pledgedesk.notification;
