/**
 * Plugins: code of the tenant's or of third parties that extends the platform through the SDK only. {@link dev.pledgedesk.plugin.Extensions} is the one
 * gate through which they are called: never inside a transaction, by threads of their own, for a limited time, one instance for each tenant. Rooms above hand
 * them snapshots and get answers or an {@link dev.pledgedesk.plugin.Outcome} that says why there is none.
 */
package dev.pledgedesk.plugin;
