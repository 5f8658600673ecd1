/** Loading plugins apart from the application. */
package dev.pledgedesk.plugin.control;
