/** Training over REST. */
package dev.pledgedesk.training.boundary;
