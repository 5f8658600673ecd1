/** The plugin without a server. */
package dev.pledgedesk.plugins.art;
