/** Sending mails and the port to the mail server. */
package dev.pledgedesk.notification.control;
