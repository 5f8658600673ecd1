/**
 * Addresses of other systems that are told what happens, after the Standard Webhooks specification: {@link dev.pledgedesk.webhook.Webhooks} keeps them and the log
 * of what they were told. A message says what has happened to which record and nothing else; who wants more reads the record with rights of his own.
 */
package dev.pledgedesk.webhook;
