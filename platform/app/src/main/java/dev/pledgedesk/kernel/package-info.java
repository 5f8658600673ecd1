/** Plain Java that every room shares: identifiers, time, pages, problems. Imports nothing of ours. */
package dev.pledgedesk.kernel;
