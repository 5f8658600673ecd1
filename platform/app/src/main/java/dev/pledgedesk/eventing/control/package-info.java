/** The worker that claims due work and the relay that delivers events. */
package dev.pledgedesk.eventing.control;
