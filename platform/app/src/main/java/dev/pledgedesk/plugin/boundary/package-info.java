/** Plugins and extensions over REST. */
package dev.pledgedesk.plugin.boundary;
