/** Rules of identity that need no container. */
package dev.pledgedesk.identity;
