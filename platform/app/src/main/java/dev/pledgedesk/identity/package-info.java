/**
 * Who calls and what that caller may do: {@link dev.pledgedesk.identity.Caller}, signing in and out, and the people of a tenant: staff, customers,
 * API clients.
 */
package dev.pledgedesk.identity;
