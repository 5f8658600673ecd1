/** What all pages share, without a server. */
package dev.pledgedesk.page;
