/**
 * When time counts: opening hours, days off and make-up working days. The public face is {@link dev.pledgedesk.calendar.Calendars}, which gives the calendars of the tenant of the request as they are
 * or as they were, and {@link dev.pledgedesk.calendar.WorkCalendar}, which measures time on one and finds when a limit ends. Everything is half-open; zone rules are those of the date.
 */
package dev.pledgedesk.calendar;
