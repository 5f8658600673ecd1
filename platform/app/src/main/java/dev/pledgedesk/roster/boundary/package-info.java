/** The roster over REST. */
package dev.pledgedesk.roster.boundary;
