/** Tests of what the command line reads. */
package dev.pledgedesk.bench;
