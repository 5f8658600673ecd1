/** Tests of the gate for calls to other people's servers. */
package dev.pledgedesk.outbound.control;
