/** Plugins: code of the tenant's or of third parties that extends the platform through the SDK only. */
package dev.pledgedesk.plugin;
