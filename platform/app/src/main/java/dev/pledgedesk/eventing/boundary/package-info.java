/** The feed of events over REST. */
package dev.pledgedesk.eventing.boundary;
