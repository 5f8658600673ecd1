/**
 * What happened, told to whoever cares: {@link dev.pledgedesk.eventing.Outbox} writes an event with the change that caused it, a relay delivers it to
 * every {@link dev.pledgedesk.eventing.EventSubscriber} at least once. {@link dev.pledgedesk.eventing.DueWork} is the one table through which
 * background work of all tenants is found. {@link dev.pledgedesk.eventing.LiveFeed} tells open pages at once.
 */
package dev.pledgedesk.eventing;
