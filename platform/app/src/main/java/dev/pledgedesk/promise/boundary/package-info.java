/** Clocks over REST. */
package dev.pledgedesk.promise.boundary;
