/** The product under measurement: the server of the distribution as a process, and a look into its database. */
package dev.pledgedesk.bench.desk;
