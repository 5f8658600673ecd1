/** Text messages by any gateway that is spoken to over HTTP with JSON: requests are signed, their form is a setting, and what comes back is asked for. */
package dev.pledgedesk.plugins.sms;
