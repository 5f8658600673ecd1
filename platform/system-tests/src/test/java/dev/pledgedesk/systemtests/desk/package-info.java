/** How the tests get at the server: its process, its tenants, the people who ask, and the contract that every answer is held against. */
package dev.pledgedesk.systemtests.desk;
