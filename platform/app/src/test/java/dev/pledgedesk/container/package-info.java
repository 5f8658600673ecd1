/** The harness of the in-container tests: one database and one server for all of them, both on loopback only. */
package dev.pledgedesk.container;
