/** Addresses, messages to them, and attempts at each. */
package dev.pledgedesk.webhook.entity;
