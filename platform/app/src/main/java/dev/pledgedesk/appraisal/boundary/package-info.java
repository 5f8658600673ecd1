/** Supervision over REST. */
package dev.pledgedesk.appraisal.boundary;
