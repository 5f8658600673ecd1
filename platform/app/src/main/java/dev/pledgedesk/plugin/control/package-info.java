/** How plugins are found, instances made, calls guarded and failures written down. */
package dev.pledgedesk.plugin.control;
