/** What the in-container tests need of the worker's inner life. */
package dev.pledgedesk.eventing.control;
