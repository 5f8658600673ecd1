/** Tests of plugins of tenants, without a server. */
package dev.pledgedesk.plugin;
