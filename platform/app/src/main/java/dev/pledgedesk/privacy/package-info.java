/**
 * Personal data: how it is sealed for the database and found again without being read. Columns hold {@link dev.pledgedesk.privacy.Sealed} values; only
 * {@link dev.pledgedesk.privacy.PersonalData} opens them, so that keys, purposes and logging have one place.
 */
package dev.pledgedesk.privacy;
