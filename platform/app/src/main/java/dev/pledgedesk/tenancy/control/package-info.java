/** Planning, applying and exporting tenants; the session listener that tells the database whose transaction it is. */
package dev.pledgedesk.tenancy.control;
