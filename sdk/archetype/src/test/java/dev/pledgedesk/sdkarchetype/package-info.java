/** What a new plugin begins as. */
package dev.pledgedesk.sdkarchetype;
