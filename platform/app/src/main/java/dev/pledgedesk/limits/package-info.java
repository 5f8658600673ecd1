/**
 * How much one caller or one tenant may ask for in a time: requests a minute, tickets and uploads a day. {@link dev.pledgedesk.limits.RateLimits} counts on
 * this node and adds up with the others every second; {@link dev.pledgedesk.limits.LimitSettings} says how much.
 */
package dev.pledgedesk.limits;
