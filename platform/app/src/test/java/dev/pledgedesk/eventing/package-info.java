/** The feed of open pages, without a server. */
package dev.pledgedesk.eventing;
