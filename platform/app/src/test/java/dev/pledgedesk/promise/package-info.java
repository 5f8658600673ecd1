/** What clocks say, against an oracle that looks at every minute. */
package dev.pledgedesk.promise;
