/** REST operations of messages that came in. */
package dev.pledgedesk.inbound.boundary;
