/** Leaks of personal data over REST. */
package dev.pledgedesk.breach.boundary;
