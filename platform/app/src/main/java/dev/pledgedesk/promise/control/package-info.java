/** Starting, pausing and ending clocks as tickets change, and what happens when their time comes. */
package dev.pledgedesk.promise.control;
