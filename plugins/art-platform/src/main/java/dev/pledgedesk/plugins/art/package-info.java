/** For platforms that show and sell art: certificates that can be checked, what a licence covers, and what a dispute is about. */
package dev.pledgedesk.plugins.art;
