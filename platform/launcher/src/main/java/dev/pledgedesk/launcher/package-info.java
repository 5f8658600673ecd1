/**
 * The room at the front door: the command line of PledgeDesk. It starts and stops the embedded PostgreSQL and the application server in
 * the right order, prepares what both need, and says in one line what is wrong when something is.
 */
package dev.pledgedesk.launcher;
