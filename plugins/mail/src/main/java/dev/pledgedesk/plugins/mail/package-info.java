/** Mail of a vendor's own servers: out by SMTP, in by IMAP, with threads, bounces, machines that answer, and what the receiving server says of a sender. */
package dev.pledgedesk.plugins.mail;
