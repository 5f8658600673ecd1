/** Small parts of the portal, without a server. */
package dev.pledgedesk.portal;
