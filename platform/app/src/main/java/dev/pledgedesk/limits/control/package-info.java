/** Adds this node's counts to those of the others. */
package dev.pledgedesk.limits.control;
