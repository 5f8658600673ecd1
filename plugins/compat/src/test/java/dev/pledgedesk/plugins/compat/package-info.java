/** What was built against earlier minor versions of the SDK goes on working, and what would break it is seen. */
package dev.pledgedesk.plugins.compat;
