/** Corrective actions over REST. */
package dev.pledgedesk.quality.boundary;
