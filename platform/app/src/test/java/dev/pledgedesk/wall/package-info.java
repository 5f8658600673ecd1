/** The database's lock on the wall between tenants, looked at from outside the application on a real PostgreSQL. */
package dev.pledgedesk.wall;
