/** The load: 16 clients in a closed loop, each with a connection of its own, and what they saw. */
package dev.pledgedesk.bench.load;
