/** Webhooks over REST. */
package dev.pledgedesk.webhook.boundary;
