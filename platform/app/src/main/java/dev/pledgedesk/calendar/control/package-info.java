/** How calendars are made of configurations and of the tables that ship with the platform. */
package dev.pledgedesk.calendar.control;
